/** Part of the library module; private to it. */
@NullMarked
package org.yicheng.library.store;

import org.jspecify.annotations.NullMarked;
