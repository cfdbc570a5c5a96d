/** Delegation meetings: notes of what was said, bulletins, opinions on drafts and what became of them. */
@NamedInterface("deliberation")
@NullMarked
package org.yicheng.congress.deliberation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
