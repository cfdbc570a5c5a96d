package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A resignation (辞职) in writing and what became of it (OL 32, EL 55).
 *
 * @param body the congress
 * @param number within the congress, from 1
 * @param office of an OFFICE: whose it is
 * @param person the name
 * @param member the number in the congress of a DEPUTY, in its standing committee of one of its members
 * @param title the post, as to be printed
 * @param written the day on the letter
 * @param competence who decides or decided; empty before it is put
 * @param question the vote, once listed
 * @param decision who accepted it and when; empty before
 * @param approval reference of the approval by the level above, of a chief procurator's resignation
 * @param effective when the post ended
 * @param report to whom it was reported for the record, and by which document
 */
public record Resignation(
        UUID id,
        String body,
        int number,
        Kind kind,
        Optional<Office> office,
        String person,
        Optional<String> member,
        String title,
        LocalDate written,
        String reason,
        State state,
        Instant filed,
        Optional<Competence> competence,
        Optional<UUID> question,
        String decision,
        Optional<Instant> decided,
        Optional<String> approval,
        Optional<Instant> effective,
        Optional<String> report) {

    /** From what somebody resigns. */
    public enum Kind {
        /** An office that the congress elects to (OL 32(1)). */
        OFFICE,
        /** The mandate of a deputy of this congress (EL 55). */
        DEPUTY,
        /** The mandate of a deputy to the congress above, elected by this one (EL 55(1)). */
        UPPER_DEPUTY
    }

    /** Whose resignation the congress or its standing committee decides on (OL 32(1)). */
    public enum Office {
        STANDING_COMMITTEE,
        SPECIAL_COMMITTEE,
        GOVERNMENT,
        SUPERVISION_DIRECTOR,
        COURT_PRESIDENT,
        /** Ends only with the approval of the level above. */
        CHIEF_PROCURATOR;

        public boolean approvedAbove() {
            return this == CHIEF_PROCURATOR;
        }
    }

    /** Who decides whether it is accepted. */
    public enum Competence {
        /** The congress, while it meets (OL 32(1)). */
        PLENARY,
        /** The standing committee: between sessions, and always of deputies it may let go (OL 32(1), EL 55). */
        COMMITTEE,
        /** The standing committee of the congress that elected the deputy (EL 55(1)). */
        ELECTING
    }

    /** FILED → PUT → EFFECTIVE or REJECTED; a chief procurator's is ACCEPTED until the level above approves. */
    public enum State {
        FILED,
        PUT,
        /** Accepted; the post does not end before the approval of the level above is entered. */
        ACCEPTED,
        /** The post has ended. */
        EFFECTIVE,
        REJECTED,
        /** Taken back before the vote. */
        WITHDRAWN
    }

    /** Whether what was decided has to be reported for the record (OL 32(1), EL 55(1)). */
    public boolean toBeReported() {
        return (kind == Kind.UPPER_DEPUTY
                        || (kind == Kind.OFFICE && competence.equals(Optional.of(Competence.COMMITTEE))))
                && (state == State.EFFECTIVE || state == State.ACCEPTED);
    }

    public boolean approvedAbove() {
        return office.filter(Office::approvedAbove).isPresent();
    }
}
