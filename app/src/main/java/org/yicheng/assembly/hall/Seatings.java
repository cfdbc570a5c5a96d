package org.yicheng.assembly.hall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Member;
import org.yicheng.rule.Ruling;

/** Who sits where at a sitting. Every change is recorded as {@code Caller.current()}. */
public interface Seatings {

    /** How the members are seated: delegations in the body's order, names within each in stroke order. */
    enum Order {
        /** Block after block, each from its first row: a delegation sits together. */
        BY_BLOCK,
        /** Row after row across all blocks. */
        BY_ROW,
        /** Where the roster says; refused if it names no seat, a wrong one, or one twice. */
        AS_IN_ROSTER
    }

    /** Who has a seat: a member, or an observer or visitor. */
    record Occupant(Optional<Member> member, Optional<Guest> guest) {

        public String name() {
            return member.map(Member::name).or(() -> guest.map(Guest::name)).orElse("");
        }

        public String group() {
            return member.map(Member::groupName)
                    .or(() -> guest.map(Guest::organisation))
                    .orElse("");
        }

        public boolean demo() {
            return member.map(Member::demo).or(() -> guest.map(Guest::demo)).orElse(false);
        }
    }

    /**
     * The plan.
     *
     * @param occupants by seat code
     * @param signInAfter gates turn cards away before this instant
     * @param signInUntil gates let nobody in after it: late comers are signed in by hand (GB 50799-2012, 12.2.5)
     */
    record Seating(
            String sitting,
            Hall hall,
            Map<String, Occupant> occupants,
            Optional<Instant> signInAfter,
            Optional<Instant> signInUntil) {}

    /** Lets a sitting meet in a hall; the plan of another hall is dropped. Not after the sitting was opened. */
    Ruling<Seating> use(String sitting, String hall);

    Optional<Seating> of(String sitting);

    /**
     * Seats all members in office, and the guests in their areas; replaces the plan.
     *
     * @param rostrum numbers of the members who sit on the rostrum, in their order
     */
    Ruling<Seating> assign(String sitting, Order order, List<String> rostrum);

    /** Changes who sits on two seats; one of them may be empty. A guest never sits on the floor. */
    Ruling<Seating> swap(String sitting, String one, String other);

    /** Sets when the gates take sign-ins; both may be left open. */
    Ruling<Seating> signInWindow(String sitting, Optional<Instant> after, Optional<Instant> until);

    /** The seat of a person at a sitting. */
    Optional<Seat> seatOf(String sitting, UUID person);
}
