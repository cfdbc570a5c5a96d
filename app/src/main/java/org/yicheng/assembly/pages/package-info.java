/** Pages and REST of this module. */
@NullMarked
package org.yicheng.assembly.pages;

import org.jspecify.annotations.NullMarked;
