/**
 * Shared layer above the kernel matter: reminds people by mail and calendar of what falls to them and of limits that are
 * near or missed. Written with the event, sent afterwards, each once. Off until an SMTP server is configured.
 */
@ApplicationModule(
        displayName = "提醒 Reminders",
        allowedDependencies = {"home", "record", "party", "web", "matter"})
@NullMarked
package org.yicheng.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
