/** Persons, accounts, roles held in a body, sign-in, permissions. */
@ApplicationModule(
        displayName = "人员 Party",
        allowedDependencies = {"home", "record"})
@NullMarked
package org.yicheng.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
