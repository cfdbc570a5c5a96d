/** Part of the document module; private to it. */
@NullMarked
package org.yicheng.document.pages;

import org.jspecify.annotations.NullMarked;
