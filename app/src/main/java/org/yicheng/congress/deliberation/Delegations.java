package org.yicheng.congress.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Ruling;

/**
 * Delegations 代表团 and their groups 小组 as bodies that meet. A delegation is named by its key within the congress,
 * {@code d01}; a group by {@code d01-g1}. Every change is recorded as {@code Caller.current()}.
 */
public interface Delegations {

    /** Who leads a delegation or a group (Shanghai Rules of Procedure, arts. 9 and 10). */
    enum Post {
        /** 团长: one. */
        HEAD(1),
        /** 副团长. */
        DEPUTY_HEAD(9),
        /** 小组召集人. */
        CONVENER(3);

        private final int most;

        Post(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /**
     * A delegation, or a group of one.
     *
     * @param key within the congress
     * @param body the kernel's body
     * @param delegation the body of the delegation: its own for a delegation
     * @param members in office or suspended
     */
    record Delegation(
            String key,
            String body,
            String delegation,
            String name,
            List<Member> members,
            List<Officer> officers,
            List<Delegation> groups) {

        public boolean group() {
            return !body.equals(delegation);
        }

        /** Who presides at its meetings: the head, else a deputy head; a group's convener. */
        public Optional<Officer> presides() {
            return officers.stream().findFirst();
        }
    }

    /** Somebody chosen to lead, and the meeting that chose. */
    record Officer(Post post, Member member, String sitting, int approvals, int members, Instant at) {}

    /**
     * Makes a body of every delegation of the roster; done again it takes over what changed in the roster: new
     * mandates, suspended and ended ones, moves from one delegation to another.
     *
     * @return how many delegations there are
     */
    Ruling<Integer> form(String session);

    /** The delegations in the order of the roster; empty before they are formed. */
    List<Delegation> of(String session);

    Optional<Delegation> byKey(String session, String key);

    /** The delegations and groups of a person in a session: the delegation first. */
    List<Delegation> ofPerson(String session, java.util.UUID person);

    /** Forms a group of a delegation from some of its members; nobody is in two groups. */
    Ruling<Delegation> formGroup(String session, String key, String name, List<String> members);

    /**
     * Records whom a meeting chose. Needs more than half of all members, and no more approvals than were present; who
     * held the post before gives way.
     */
    Ruling<Delegation> choose(String session, String sitting, Choice choice);

    /** @param members numbers or names */
    record Choice(Post post, List<String> members, int approvals) {}

    /** Appoints a member as note-taker 联络员 of the delegation, or ends that; permission in this delegation only. */
    Ruling<Member> noteTaker(String session, String key, String member, boolean appointed);

    /** The members who take notes for a delegation or group. */
    List<Member> noteTakers(String body);

    /** Schedules the next meeting of a delegation or group. */
    Ruling<Sitting> schedule(String session, String key, Instant plannedAt, String hall);

    /** Opens the sign-in of a meeting; the roll is that of the roster now, and the head presides unless named. */
    Ruling<Sitting> openSignIn(String session, String sitting);

    /** The meetings of a session's delegations and groups, in planned order. */
    List<Sitting> sittings(String session);

    /** The figures of every delegation. */
    List<Figures> figures(String session);

    /**
     * A delegation's work in a session.
     *
     * @param meetings held: opened, of the delegation and its groups
     * @param speakers distinct members who spoke there
     * @param notes what is noted, without what was withdrawn
     * @param handed meetings whose notes the secretariat has
     */
    record Figures(Delegation delegation, int meetings, int speakers, int notes, int handed) {}

    /** The subject under which a session's delegation meetings stand. */
    static String subject(String session) {
        return "congress-delegations:" + session;
    }
}
