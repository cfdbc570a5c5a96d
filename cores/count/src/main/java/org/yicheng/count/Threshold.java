package org.yicheng.count;

/**
 * Votes in favour needed: a share of a basis.
 *
 * @param share which share
 * @param basis of what
 * @param measure whether members count by head or by the weight they carry (claims, shares)
 */
public record Threshold(Share share, Basis basis, Measure measure) {

    /** How a member counts. */
    public enum Measure {
        /** Each member once. */
        HEADS,
        /** Each member by the weight carried, e.g. the claim in fen (Enterprise Bankruptcy Law arts. 64, 84, 97). */
        WEIGHT
    }

    /** A threshold by heads. */
    public Threshold(Share share, Basis basis) {
        this(share, basis, Measure.HEADS);
    }

    /** The number the share is taken of; members, those present and the tally in one measure. */
    public long base(long members, long present, Tally tally) {
        return switch (basis) {
            case ALL_MEMBERS -> members;
            case PRESENT -> present;
            case YES_NO -> Math.addExact(tally.yes(), tally.no());
            case VALID -> tally.valid();
            case CAST -> tally.cast();
        };
    }
}
