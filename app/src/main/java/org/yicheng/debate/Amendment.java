package org.yicheng.debate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An amendment (修正案) or a change recommendation (修改建议) to a motion.
 *
 * @param number within the motion, from 1
 * @param parent the amendment it amends, for one of the second degree
 * @param proposer as printed
 * @param person who drew it up, if it was a member
 * @param signatures in order of signing
 * @param because why it was decided so, empty string if there was nothing to say
 * @param place in the order of votes set by hand, 0 if by the rule
 */
public record Amendment(
        UUID id,
        UUID motion,
        int number,
        Optional<UUID> parent,
        Kind kind,
        String proposer,
        Optional<UUID> person,
        Change change,
        String reason,
        State state,
        String because,
        int place,
        Instant draftedAt,
        Optional<Instant> filedAt,
        List<Signature> signatures) {

    public Amendment {
        signatures = List.copyOf(signatures);
    }

    public enum Kind {
        AMENDMENT,
        /** From the secretariat or a committee after the deliberation; taken up by the presidium without a vote. */
        RECOMMENDATION
    }

    /** DRAFT → FILED → ADMITTED → ADOPTED or REJECTED. */
    public enum State {
        /** Members are signing. */
        DRAFT,
        FILED,
        /** To be voted on. */
        ADMITTED,
        NOT_ADMITTED,
        ADOPTED,
        REJECTED,
        /** The words it wanted to change are gone. */
        LAPSED,
        WITHDRAWN
    }

    /** A member's signature. */
    public record Signature(UUID person, String member, String name, Instant at) {}

    /** Whether it awaits a vote. */
    public boolean pending() {
        return state == State.FILED || state == State.ADMITTED;
    }

    /** The same for the public: who proposed it as printed, and nobody's id. */
    public Amendment withoutPersons() {
        return new Amendment(
                id,
                motion,
                number,
                parent,
                kind,
                proposer,
                Optional.empty(),
                change,
                reason,
                state,
                because,
                place,
                draftedAt,
                filedAt,
                List.of());
    }
}
