/** Practice halls: synthetic bodies of any size, for measuring, for the kill test and for training operators. */
@NullMarked
package org.yicheng.demo.practice;

import org.jspecify.annotations.NullMarked;
