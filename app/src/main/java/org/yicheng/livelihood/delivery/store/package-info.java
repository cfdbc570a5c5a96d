/** Part of the livelihood module; private to it. */
@NullMarked
package org.yicheng.livelihood.delivery.store;

import org.jspecify.annotations.NullMarked;
