package org.yicheng.count;

/**
 * How many must be present before a meeting may open (法定人数).
 *
 * @param share which share of all members, e.g. at least two thirds of all deputies (OL 14(4))
 */
public record QuorumRule(Share share) {

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
