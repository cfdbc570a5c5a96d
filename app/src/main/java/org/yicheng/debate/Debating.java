package org.yicheng.debate;

/** The rules that bodies debate by. */
@FunctionalInterface
public interface Debating {

    /** The rules of a body: those of its rule set, else those of any other assembly. */
    DebateRules rules(String body);
}
