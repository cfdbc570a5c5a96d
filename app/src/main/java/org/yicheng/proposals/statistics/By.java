package org.yicheng.proposals.statistics;

/** By what figures are broken down; every item stands in exactly one group of each. */
public enum By {
    KIND,
    /** The organ that answers; of several, the one named first at the assignment. */
    ORGAN,
    /** What the class says, wherever it is used. */
    OUTCOME,
    /** The class as the place calls it. */
    CLASS,
    SESSION,
    YEAR,
    MONTH,
    /** The delegation, sector or district of the one who leads. */
    GROUP;

    /** Of what a group's share is told. */
    public Measure column() {
        return this == OUTCOME || this == CLASS ? Measure.REPLIED : Measure.SUBMITTED;
    }
}
