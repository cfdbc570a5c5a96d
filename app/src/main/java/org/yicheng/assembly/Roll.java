package org.yicheng.assembly;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.count.Opening;
import org.yicheng.count.Weight;
import org.yicheng.rule.Citation;

/**
 * The roll of a sitting at one instant (应到实到).
 *
 * @param due 应到: members due
 * @param present 实到: distinct members signed in
 * @param required the quorum in heads
 * @param onLeave 请假
 * @param reachedAt when the quorum was first reached, if it was by then
 * @param opening the ruling on the quorum in heads, with its article
 * @param weight the same by weight, where the rule set asks for it
 */
public record Roll(
        String sitting,
        Instant at,
        int due,
        int present,
        int required,
        int onLeave,
        Optional<Instant> reachedAt,
        Opening opening,
        Optional<ByWeight> weight) {

    /** Is the quorum there, in heads and, where it is asked for, by weight? */
    public boolean met() {
        return headsMet() && weight.filter(one -> !one.met()).isEmpty();
    }

    public boolean headsMet() {
        return present >= required;
    }

    /**
     * The quorum by weight (法定份额).
     *
     * @param all the weight of all members due
     * @param present the weight of those present or represented
     * @param required the least that must be present
     * @param source where the rule stands
     */
    public record ByWeight(Weight all, Weight present, Weight required, Citation source) {

        public boolean met() {
            return present.compareTo(required) >= 0;
        }

        public Weight missing() {
            return met() ? Weight.ZERO : required.minus(present);
        }
    }

    /** A line of the table by delegation. */
    public record OfGroup(Group group, int due, int present, int onLeave) {
        public int absent() {
            return due - present - onLeave;
        }
    }
}
