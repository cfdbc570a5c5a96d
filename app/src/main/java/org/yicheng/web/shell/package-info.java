/** Part of the web module; private to it. */
@NullMarked
package org.yicheng.web.shell;

import org.jspecify.annotations.NullMarked;
