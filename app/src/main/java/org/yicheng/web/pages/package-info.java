/** Part of the web module; private to it. */
@NullMarked
package org.yicheng.web.pages;

import org.jspecify.annotations.NullMarked;
