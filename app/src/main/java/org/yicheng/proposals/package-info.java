/** Service: what deputies ask for – motions, interpellations, inquiries, dismissals, suggestions – from draft to decision. */
@ApplicationModule(
        displayName = "议案建议 Proposals",
        allowedDependencies = {"home", "record", "party", "web", "document", "assembly", "catalogue", "matter"})
@NullMarked
package org.yicheng.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
