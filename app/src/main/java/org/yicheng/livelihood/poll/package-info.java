/** What residents want of a round's candidates, asked before the list is fixed: advice to the list, no decision. */
@NamedInterface("poll")
@NullMarked
package org.yicheng.livelihood.poll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
