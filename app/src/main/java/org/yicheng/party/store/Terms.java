package org.yicheng.party.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yicheng.home.PlatformClock;

/** How long sessions last, by who signs in. */
final class Terms {

    static final Duration STAFF = Duration.ofHours(8);
    /** Half a working day: a plenary that only listens must not sign its chair out. */
    static final Duration STAFF_IDLE = Duration.ofHours(4);
    /** Past the day of the sitting: a code is used once, and sittings run late. */
    static final Duration MEMBER_AFTER_MIDNIGHT = Duration.ofHours(12);

    private Terms() {}

    static Sessions.Term staff(String way) {
        return new Sessions.Term(way, Clock.systemUTC().instant().plus(STAFF), Optional.of(STAFF_IDLE));
    }

    /** Until noon of the next day. */
    static Sessions.Term member(String way) {
        Instant midnight = Clock.systemUTC()
                .instant()
                .atZone(PlatformClock.SHANGHAI)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(PlatformClock.SHANGHAI)
                .toInstant();
        return new Sessions.Term(way, midnight.plus(MEMBER_AFTER_MIDNIGHT), Optional.empty());
    }

    static Sessions.Term token(Instant until) {
        return new Sessions.Term("token", until, Optional.empty());
    }
}
