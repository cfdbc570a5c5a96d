/** The house itself: the home folder, its database, the clock, migrations, idempotency keys. */
@ApplicationModule(
        displayName = "房屋 Home",
        allowedDependencies = {})
@NullMarked
package org.yicheng.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
