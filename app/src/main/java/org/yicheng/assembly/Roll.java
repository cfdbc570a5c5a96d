package org.yicheng.assembly;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.count.Opening;

/**
 * The roll of a sitting at one instant (应到实到).
 *
 * @param due 应到: members due
 * @param present 实到: distinct members signed in
 * @param required the quorum in heads
 * @param onLeave 请假
 * @param reachedAt when the quorum was first reached, if it was by then
 * @param opening the ruling on the quorum, with its article
 */
public record Roll(
        String sitting,
        Instant at,
        int due,
        int present,
        int required,
        int onLeave,
        Optional<Instant> reachedAt,
        Opening opening) {

    public boolean met() {
        return present >= required;
    }

    /** A line of the table by delegation. */
    public record OfGroup(Group group, int due, int present, int onLeave) {
        public int absent() {
            return due - present - onLeave;
        }
    }
}
