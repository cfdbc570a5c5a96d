/** Pages and REST of the livelihood projects. */
@NullMarked
package org.yicheng.livelihood.pages;

import org.jspecify.annotations.NullMarked;
