package org.yicheng.count;

/** Votes counted: 赞成, 反对, 弃权, 未按 and invalid ones; heads, or weights where a body votes by weight. */
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
