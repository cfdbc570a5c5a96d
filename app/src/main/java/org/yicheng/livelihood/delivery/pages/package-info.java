/** Part of the livelihood module; private to it. */
@NullMarked
package org.yicheng.livelihood.delivery.pages;

import org.jspecify.annotations.NullMarked;
