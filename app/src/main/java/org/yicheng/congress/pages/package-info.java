/** Pages and REST of this module. */
@NullMarked
package org.yicheng.congress.pages;

import org.jspecify.annotations.NullMarked;
