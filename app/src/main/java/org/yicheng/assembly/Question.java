package org.yicheng.assembly;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;

/**
 * A question put to a sitting (付表决事项).
 *
 * @param number its place in the sitting, from 1
 * @param subject what the kernel does not know about: the service recognises its own, e.g.
 *     {@code congress:sjz-npc-15-5:agenda}
 * @param text what is put to the vote, in full
 * @param membersDue N, frozen when voting opened
 * @param opened when voting opened
 * @param outcome once declared
 */
public record Question(
        UUID id,
        String sitting,
        String body,
        int number,
        Kind kind,
        Bilingual title,
        String text,
        String subject,
        VotingMode mode,
        State state,
        Optional<Integer> membersDue,
        Optional<Instant> opened,
        Optional<Instant> closed,
        Optional<Instant> declared,
        Optional<Outcome> outcome) {

    /** A resolution, a list elected en bloc, something heard without a vote. */
    public enum Kind {
        RESOLUTION,
        LIST_ELECTION,
        HEARING
    }

    /** LISTED → PUT → VOTING → CLOSED → DECLARED; WITHDRAWN and DEFERRED before VOTING. */
    public enum State {
        LISTED,
        PUT,
        VOTING,
        CLOSED,
        DECLARED,
        WITHDRAWN,
        DEFERRED
    }
}
