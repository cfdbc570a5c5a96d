package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.count.Occasion;
import org.yicheng.rule.Refusal;

/** A service's say before one of its elections moves; every bean of this type is asked, all reasons are collected. */
@FunctionalInterface
public interface ElectionGuard {

    /**
     * Why this election may not take the step.
     *
     * @param question the question by which the step is said to be decided
     */
    List<Refusal> before(Election election, ElectionStep step, Optional<UUID> question);

    /** Why no re-vote or supplementary election may follow from this one. */
    default List<Refusal> beforeFollowing(Election election, Occasion occasion) {
        return List.of();
    }
}
