package org.yicheng.assembly;

/** How a choice among options or persons is counted from ranked ballots. */
public enum ChoiceMethod {
    /** Most first preferences. */
    PLURALITY,
    /** Instant run-off, one seat. */
    IRV,
    /** Single transferable vote (Scottish rules). */
    STV,
    /** Points by rank. */
    BORDA,
    /** Beats the others pair by pair (winning votes). */
    SCHULZE;

    public boolean oneSeat() {
        return this == IRV;
    }
}
