package org.yicheng.party.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.party.Caller;

/** A session that was looked up: who it is, until when, and when it was last used. */
final class KnownSession {

    private final Caller caller;
    private final Instant expires;
    private final Optional<Duration> idle;
    private volatile Instant seen;

    KnownSession(Caller caller, Instant expires, Optional<Duration> idle, Instant seen) {
        this.caller = caller;
        this.expires = expires;
        this.idle = idle;
        this.seen = seen;
    }

    Caller caller() {
        return caller;
    }

    UUID account() {
        return caller.account().orElseThrow();
    }

    boolean endedAt(Instant now) {
        return !now.isBefore(expires);
    }

    boolean idleAt(Instant now) {
        return idle.isPresent() && !now.isBefore(seen.plus(idle.get()));
    }

    /** Notes a use; true when it is to be written down: the session has an idle limit, and the last note is old. */
    boolean use(Instant now, Duration every) {
        if (idle.isEmpty() || now.isBefore(seen.plus(every))) {
            return false;
        }
        seen = now;
        return true;
    }
}
