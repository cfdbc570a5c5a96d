package org.yicheng.demo.city;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Moves the demo's clock; only forward, because the record already has acts of the time before. */
final class DemoClock {

    private DemoClock() {}

    static void set(Clock clock, Instant target) {
        Instant now = clock.instant();
        if (target.isBefore(now)) {
            throw new RefusedException(Refusal.at("to", "demo.clock-backwards", "to", target, "now", now));
        }
        if (clock instanceof PlatformClock platform) {
            platform.set(target);
        }
    }

    static LocalDateTime parse(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.at("to", "demo.clock-unknown", "value", text));
        }
    }
}
