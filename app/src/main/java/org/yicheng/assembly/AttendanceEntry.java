package org.yicheng.assembly;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.rule.Refusal;

/** A line of a sitting's sign-in log, newest first on the desk. */
public record AttendanceEntry(
        SignInEvent event,
        SignInReceipt.Effect effect,
        Optional<Refusal> refusal,
        Optional<Member> member,
        Instant receivedAt,
        Optional<String> manualReason) {}
