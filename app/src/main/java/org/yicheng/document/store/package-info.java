/** Part of the document module; private to it. */
@NullMarked
package org.yicheng.document.store;

import org.jspecify.annotations.NullMarked;
