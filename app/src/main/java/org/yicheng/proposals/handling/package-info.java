/** How a filed suggestion is handled: screened, assigned, answered, judged, its promises kept (办理). */
@NamedInterface("handling")
@NullMarked
package org.yicheng.proposals.handling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
