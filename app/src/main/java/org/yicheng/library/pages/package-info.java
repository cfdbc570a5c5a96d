/** Part of the library module; private to it. */
@NullMarked
package org.yicheng.library.pages;

import org.jspecify.annotations.NullMarked;
