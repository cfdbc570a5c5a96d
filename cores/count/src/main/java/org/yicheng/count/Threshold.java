package org.yicheng.count;

/** Votes in favour needed: a share of a basis. */
public record Threshold(Share share, Basis basis) {

    /** The number the share is taken of. */
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
