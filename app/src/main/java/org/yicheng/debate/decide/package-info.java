/** Pure decisions: who speaks next, how much time is left, which amendment is voted first, what the text now says. */
@NullMarked
package org.yicheng.debate.decide;

import org.jspecify.annotations.NullMarked;
