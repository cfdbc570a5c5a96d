/** The demo city: loading, personas, a clock the visitor can move, autoplay. */
@ApplicationModule(
        displayName = "演示 Demo",
        allowedDependencies = {
            "home",
            "record",
            "party",
            "web",
            "document",
            "assembly",
            "assembly :: hall",
            "catalogue",
            "debate",
            "ledger",
            "library",
            "livelihood",
            "livelihood :: delivery",
            "livelihood :: poll",
            "matter",
            "proposals",
            "proposals :: handling",
            "congress",
            "congress :: deliberation"
        })
@NullMarked
package org.yicheng.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
