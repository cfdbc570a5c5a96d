package org.yicheng.assembly;

import java.util.Optional;
import org.yicheng.count.DecisionRule;

/**
 * A question that needs another majority than its body's resolutions, e.g. a majority of those present (Shanghai rules
 * art. 68); beans of this type are asked for every question, the first answer holds.
 */
@FunctionalInterface
public interface OwnThreshold {

    /** What this question needs; empty if the body's own rule holds. The body's quorum holds in any case. */
    Optional<DecisionRule> of(Question question);
}
