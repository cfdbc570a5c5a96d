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
    INC1PCT("+inc1pct");

    private final String key;

    Completion(String key) {
        this.key = key;
    }

    /** The ending in the name of a rule: {@code +add1u}. */
    public String key() {
        return key;
    }
}
