/** Load programs that measure the platform from outside, over HTTP, as its users would. */
@NullMarked
package org.yicheng.bench;

import org.jspecify.annotations.NullMarked;
