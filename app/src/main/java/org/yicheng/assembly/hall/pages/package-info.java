/** Pages and REST of the halls. */
@NullMarked
package org.yicheng.assembly.hall.pages;

import org.jspecify.annotations.NullMarked;
