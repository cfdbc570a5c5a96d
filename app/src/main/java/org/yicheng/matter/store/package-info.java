/** Part of the matter module; private to it. */
@NullMarked
package org.yicheng.matter.store;

import org.jspecify.annotations.NullMarked;
