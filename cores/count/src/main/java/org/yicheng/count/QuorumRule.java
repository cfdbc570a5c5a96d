package org.yicheng.count;

import java.util.Optional;

/**
 * How many must be present before a meeting may open (法定人数).
 *
 * @param share which share of all members, e.g. at least two thirds of all deputies (OL 14(4))
 * @param weight which share of the weight of all members must be there too, where by-laws say so
 */
public record QuorumRule(Share share, Optional<Share> weight) {

    /** A quorum of heads alone. */
    public QuorumRule(Share share) {
        this(share, Optional.empty());
    }

    /** The smallest head count that satisfies the rule. */
    public int threshold(int expected) {
        return Math.toIntExact(share.threshold(expected));
    }

    /** May the meeting open? */
    public Opening decide(Roll roll) {
        int threshold = threshold(roll.expected());
        return roll.present() >= threshold
                ? new Opening.Permitted(roll, threshold, share.source())
                : new Opening.Refused(roll, threshold, threshold - roll.present(), share.source());
    }
}
