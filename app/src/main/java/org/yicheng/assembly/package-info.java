/** Kernel: deciding together. Bodies, members, sittings, roll, questions, ballots, outcomes. */
@ApplicationModule(
        displayName = "会议体 Assembly",
        allowedDependencies = {"home", "record", "party", "web", "document"})
@NullMarked
package org.yicheng.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
