package org.yicheng.web;

/**
 * The line that must be reached: how many of how many, and the mark.
 *
 * @param got reached
 * @param all everyone
 * @param must the mark; 0 for none
 * @param words what a screen reader says: reached, total and mark
 */
public record Reach(int got, int all, int must, String gotWord, String allWord, String mustWord, String words) {

    /** Where the reached part ends, in percent with two decimals. */
    public String gotPercent() {
        return percent(Math.min(got, all), all);
    }

    /** Where the mark stands. */
    public String mustPercent() {
        return percent(Math.min(must, all), all);
    }

    /** Whether the mark is still ahead. */
    public boolean ahead() {
        return must > got;
    }

    /** A share as a percentage with up to two decimals, in integers: 582 of 633 is 91.94%. */
    public static String percent(int part, int whole) {
        if (whole <= 0) {
            return "0%";
        }
        long hundredths = (part * 20_000L + whole) / (2L * whole);
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + "%";
    }
}
