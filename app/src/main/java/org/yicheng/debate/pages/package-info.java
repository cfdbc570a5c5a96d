/** Pages and REST calls of the debate. */
@NullMarked
package org.yicheng.debate.pages;

import org.jspecify.annotations.NullMarked;
