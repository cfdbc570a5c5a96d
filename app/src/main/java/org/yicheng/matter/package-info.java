/**
 * Kernel: carrying out. A {@link org.yicheng.matter.Procedure} is declared as data; a {@link org.yicheng.matter.Matter}
 * moves through it, and only through it; each {@link org.yicheng.matter.Deadline} cites its source and follows the
 * holiday tables; a {@link org.yicheng.matter.Task} says whose turn it is. A service declares its procedure, opens its
 * matters and adds its own facts; this module knows none of them. Also the windows within which matters may be filed.
 */
@ApplicationModule(
        displayName = "事项 Matter",
        allowedDependencies = {"home", "record", "party", "web", "document"})
@NullMarked
package org.yicheng.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
