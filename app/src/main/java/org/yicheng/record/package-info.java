/** The book of acts: an append-only, hash-chained journal of every change of state. */
@ApplicationModule(
        displayName = "记录 Record",
        allowedDependencies = {"home"})
@NullMarked
package org.yicheng.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
