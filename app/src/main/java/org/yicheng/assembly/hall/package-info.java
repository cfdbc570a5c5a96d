/** Halls: seats and who sits there, voting units, gates and boards, observers and gallery, the fall-back on hands. */
@NamedInterface("hall")
@NullMarked
package org.yicheng.assembly.hall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
