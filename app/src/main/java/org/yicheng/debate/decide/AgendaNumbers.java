package org.yicheng.debate.decide;

import org.yicheng.rule.ChineseNumerals;

/** The numbers of a tree as official texts write them (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）. */
public final class AgendaNumbers {

    /** The deepest level that has a number of its own kind. */
    public static final int LEVELS = 4;

    private AgendaNumbers() {}

    /**
     * @param depth 0 for the first level
     * @param place among its siblings, from 1
     */
    public static String of(int depth, int place) {
        return switch (depth) {
            case 0 -> ChineseNumerals.of(place) + "、";
            case 1 -> "（" + ChineseNumerals.of(place) + "）";
            case 2 -> place + ".";
            case 3 -> "（" + place + "）";
            default -> throw new IllegalArgumentException("an agenda has " + LEVELS + " levels, got depth " + depth);
        };
    }
}
