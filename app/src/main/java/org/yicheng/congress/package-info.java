/** Service: the session of a people's congress, from convening to closing. */
@ApplicationModule(
        displayName = "人大会议 Congress",
        allowedDependencies = {
            "home",
            "record",
            "party",
            "web",
            "document",
            "assembly",
            "matter",
            "catalogue",
            "library",
            "assembly :: hall"
        })
@NullMarked
package org.yicheng.congress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
