/** Pages and REST of the delegation meetings. */
@NullMarked
package org.yicheng.congress.deliberation.pages;

import org.jspecify.annotations.NullMarked;
