/**
 * Shared layer above the kernel assembly: the documents of a meeting, their versions, to whom they are given and from
 * when, who has read them, the reader's notes, search. Services may use it; it knows none of them.
 */
@ApplicationModule(
        displayName = "会议文件 Library",
        allowedDependencies = {"home", "record", "party", "web", "document", "assembly", "catalogue"})
@NullMarked
package org.yicheng.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
