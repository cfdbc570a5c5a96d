package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yicheng.rule.Bilingual;

/**
 * A session of a congress (次会议).
 *
 * @param id slug, e.g. {@code sjz-npc-15-5}
 * @param body the congress
 * @param reportIn the day of reporting in 报到
 * @param presidium the presidium's body, once it is elected
 * @param proposedDeadline the motion deadline put to the presidium
 * @param motionDeadline the motion deadline as decided; inclusive
 * @param kind id of its {@link SessionKind}
 */
public record Session(
        String id,
        String body,
        int number,
        Bilingual name,
        Bilingual shortName,
        State state,
        LocalDate reportIn,
        LocalDate opening,
        String place,
        boolean demo,
        Optional<String> presidium,
        Optional<Instant> proposedDeadline,
        Optional<Instant> motionDeadline,
        String kind) {

    /** Where the session stands; see {@link SessionStep} for how it moves. */
    public enum State {
        PLANNED,
        CONVENED,
        PREPARING,
        REGISTERING,
        PRELIMINARY,
        CONSTITUTED,
        IN_SESSION,
        SUSPENDED,
        POSTPONED,
        CLOSED,
        ARCHIVED
    }

    /** The subject under which its sittings and papers stand. */
    public String subject() {
        return "congress-session:" + id;
    }

    /** The subject of one of its questions. */
    public String subject(Decision decision) {
        return "congress:" + id + ":" + decision.name();
    }
}
