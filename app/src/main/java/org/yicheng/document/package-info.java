/** Official documents from data: number, version, hash, verification code, PDF. */
@ApplicationModule(
        displayName = "文书 Document",
        allowedDependencies = {"home", "record", "party", "web"})
@NullMarked
package org.yicheng.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
