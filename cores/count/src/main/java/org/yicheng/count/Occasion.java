package org.yicheng.count;

/** Which round of which kind of election it is. */
public enum Occasion {
    FIRST,
    /** 补选. */
    BY_ELECTION,
    /** 预选: the top of it become candidates. */
    PRE_ELECTION,
    /** Among those tied for the last seats; most votes win (OL 29(1)). */
    REVOTE_TIE,
    /** 另行选举 for seats left unfilled (OL 29(2)). */
    SUPPLEMENTARY,
    /** 罢免: papers on whether one person is dismissed; more than half of all (OL 31, 25). */
    DISMISSAL
}
