/**
 * Kernel above assembly: debating what an assembly decides. The agenda as a tree, speakers and their time, texts with
 * amendments, the boards in the hall. Votes are assembly's questions; this module listens to their results.
 */
@ApplicationModule(
        displayName = "审议 Debate",
        allowedDependencies = {"home", "record", "party", "web", "document", "assembly", "assembly :: hall", "catalogue"
        })
@NullMarked
package org.yicheng.debate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
