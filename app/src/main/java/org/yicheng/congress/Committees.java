package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/**
 * Standing committees, of a congress or of a CPPCC committee: a body below its parent, with members of its own. Every
 * change is recorded as {@code Caller.current()}.
 */
public interface Committees {

    /** What a member is in the committee (OL 47(1)); for a CPPCC 主席、副主席、秘书长、常务委员. */
    enum Post {
        CHAIR,
        VICE_CHAIR,
        SECRETARY_GENERAL,
        MEMBER;

        /** Whether this member may preside over its meetings (OL 51(1)). */
        public boolean presides() {
            return this == CHAIR || this == VICE_CHAIR;
        }
    }

    /** A member with the post held. */
    record Seat(Member member, Post post) {}

    /** One to be entered: the number in the parent's roster, and the post. */
    record NewSeat(String number, Post post) {}

    /**
     * An announced election to the committee whose elected are not all members yet.
     *
     * @param waiting those elected who are not, by their numbers in the congress
     */
    record Elected(UUID election, Bilingual title, List<Member> waiting) {}

    Optional<Body> of(String parent);

    /** Forms the committee from members in office of its parent, once. */
    Ruling<Body> form(String parent, List<NewSeat> seats);

    /** Its members; in office first, then by post and number. */
    List<Seat> seats(String parent);

    /**
     * Enters further members from an instant on.
     *
     * @param decision who elected them and when
     */
    Ruling<Integer> enter(String parent, List<NewSeat> seats, Instant effective, String decision);

    /** Elections of the parent to its committee, announced, with somebody who is not entered yet. */
    List<Elected> elected(String parent);

    /** Enters those elected in one of {@link #elected}, with the post that the election was for. */
    Ruling<Integer> enterElected(String parent, UUID election);

    /** Says who holds which post; whoever is not named is an ordinary member. At most one chair, one secretary-general. */
    Ruling<List<Seat>> posts(String parent, Map<String, Post> posts);

    /** Ends a membership: resigned, dismissed, died. The mandate in the parent stays. */
    Ruling<Mandates.Change> end(
            String parent, String number, Mandates.Ground ground, Instant effective, String decision);
}
