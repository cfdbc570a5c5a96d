package org.yicheng.assembly;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yicheng.rule.Bilingual;

/**
 * One meeting of one body (会次).
 *
 * @param id slug, e.g. {@code sjz-npc-15-5-preliminary}
 * @param subject what the sitting belongs to in its service, e.g. {@code congress-session:sjz-npc-15-5}
 * @param presiding who presides, as to be printed; empty string until named
 * @param plannedAt planned start
 */
public record Sitting(
        String id,
        String body,
        String subject,
        Kind kind,
        int number,
        Bilingual name,
        String hall,
        String presiding,
        Instant plannedAt,
        State state,
        Optional<Instant> signInFrom,
        Optional<Instant> openedAt,
        Optional<Instant> closedAt) {

    /** Whole minutes, begun ones counted, from this instant to the planned start; 0 from then on. */
    public long minutesEarly(Instant at) {
        long seconds = Duration.between(at, plannedAt).toSeconds();
        return seconds <= 0 ? 0 : Math.ceilDiv(seconds, 60L);
    }

    /** What kind of meeting it is. */
    public enum Kind {
        PRELIMINARY,
        PRESIDIUM,
        PLENARY,
        DELEGATION,
        GROUP,
        COMMITTEE,
        OTHER
    }

    /** SCHEDULED → SIGN_IN → OPEN ⇄ PAUSED → CLOSED; SIGN_IN → INQUORATE → POSTPONED. */
    public enum State {
        SCHEDULED,
        SIGN_IN,
        INQUORATE,
        POSTPONED,
        OPEN,
        PAUSED,
        CLOSED
    }
}
