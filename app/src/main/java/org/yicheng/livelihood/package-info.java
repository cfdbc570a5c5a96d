/** Service: livelihood projects (民生实事) that residents propose and the deputies of a congress choose. */
@ApplicationModule(
        displayName = "民生实事 Livelihood",
        allowedDependencies = {
            "home",
            "record",
            "party",
            "web",
            "document",
            "assembly",
            "ledger",
            "catalogue",
            "budgeting",
            "library"
        })
@NullMarked
package org.yicheng.livelihood;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
