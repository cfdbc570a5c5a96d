/** The page shell, language, components, live events, problems; sign-in and record pages. */
@ApplicationModule(
        displayName = "页面 Web",
        allowedDependencies = {"home", "record", "party"})
@NullMarked
package org.yicheng.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
