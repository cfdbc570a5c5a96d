/**
 * Service: participatory budgeting. Elections with their ballots, and every rule over the same ballots side by side; it
 * advises and decides nothing.
 */
@ApplicationModule(
        displayName = "参与式预算 Budgeting",
        allowedDependencies = {"home", "record", "party", "web", "document"})
@NullMarked
package org.yicheng.budgeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
