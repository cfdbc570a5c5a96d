package org.yicheng.count.projects;

import java.util.List;

/**
 * How much a voter has of a funded project of the own ballot (the satisfaction functions of Talmon and Faliszewski, A
 * Framework for Approval-Based Budgeting Methods, AAAI 2019).
 */
public enum Satisfaction {
    /** Its cost: what was spent for the voter. */
    COST,
    /** One, whatever it costs. */
    CARDINALITY,
    /** The points the voter gave it. */
    POINTS,
    /** Length of the ballot minus the place on it: the last one counts nothing. */
    BORDA;

    /** The name in rules: {@code greedy/cost}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Those that a kind of ballot has a meaning for, the usual one first. */
    public static List<Satisfaction> of(VoteType type) {
        return switch (type) {
            case APPROVAL, CHOOSE_1 -> List.of(COST, CARDINALITY);
            case CUMULATIVE, SCORING -> List.of(POINTS);
            case ORDINAL -> List.of(BORDA);
        };
    }
}
