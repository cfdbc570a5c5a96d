/** Kernel: carrying out. Today the windows within which a matter may be filed. */
@ApplicationModule(
        displayName = "事项 Matter",
        allowedDependencies = {"record", "party"})
@NullMarked
package org.yicheng.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
