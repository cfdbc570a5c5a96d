package org.yicheng.count.projects;

/** What is done with the money that the Method of Equal Shares leaves. */
public enum Completion {
    /** It is left. */
    NONE(""),
    /** Greedy on the remaining money. */
    GREEDY("+greedy"),
    /** Every voter is lent one unit of money more at a time, until the budget would be exceeded. */
    ADD1("+add1"),
    /** {@link #ADD1}, then greedy. */
    ADD1U("+add1u"),
    /** As {@link #ADD1} in steps of a hundredth of each voter's share. */
    INC1PCT("+inc1pct"),
    /** As {@link #ADD1} in steps of an amount that is named: {@code +add=250}. */
    ADD("+add="),
    /** {@link #ADD}, then greedy: {@code +addu=250}. */
    ADDU("+addu=");

    private final String key;

    Completion(String key) {
        this.key = key;
    }

    /** The ending in the name of a rule: {@code +add1u}. */
    public String key() {
        return key;
    }

    /** Whether the amount of a step is part of its name. */
    boolean named() {
        return this == ADD || this == ADDU;
    }
}
