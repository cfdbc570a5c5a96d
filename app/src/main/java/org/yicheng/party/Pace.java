package org.yicheng.party;

import java.util.Optional;
import org.yicheng.rule.Refusal;

/** Slows down what anybody may do without an account. Counts by the network of an address, in this process alone. */
@FunctionalInterface
public interface Pace {

    /**
     * How often something may be done from one network.
     *
     * @param what a name of its own, e.g. {@code livelihood.wish}
     * @param most how often at once; they come back evenly over {@code minutes}
     */
    record Limit(String what, int most, int minutes) {
        public Limit {
            if (most < 1 || minutes < 1 || minutes > LONGEST_MINUTES) {
                throw new IllegalArgumentException(
                        "a pace is at least one in 1..1440 minutes, got " + most + " in " + minutes);
            }
        }
    }

    int LONGEST_MINUTES = 1_440;

    /** Takes one from what the network of this address may still do; the refusal says when to try again. */
    Optional<Refusal> take(Limit limit, String address);
}
