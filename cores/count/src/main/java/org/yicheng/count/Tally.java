package org.yicheng.count;

/**
 * Votes counted, heads or weights; none negative.
 *
 * @param yes 赞成
 * @param no 反对
 * @param abstain 弃权
 * @param notVoted 未按表决器: present, no vote cast
 * @param invalid cast but void
 */
public record Tally(long yes, long no, long abstain, long notVoted, long invalid) {

    public Tally {
        if (yes < 0 || no < 0 || abstain < 0 || notVoted < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts are not negative, got " + yes + ", " + no + ", " + abstain + ", "
                    + notVoted + ", " + invalid);
        }
    }

    /** For, against, abstaining. */
    public long valid() {
        return Math.addExact(Math.addExact(yes, no), abstain);
    }

    /** Valid and invalid. */
    public long cast() {
        return Math.addExact(valid(), invalid);
    }

    /** All, also those who did not vote. */
    public long sum() {
        return Math.addExact(cast(), notVoted);
    }
}
