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

    /** How the mark's word stands to the mark, so that it never leaves the picture. */
    public String mustAnchor() {
        return anchor(must, all);
    }

    static String anchor(long at, long all) {
        if (at * 10 > all * 9) {
            return "end";
        }
        return at * 10 < all ? "start" : "middle";
    }

    /** A share as a percentage with up to two decimals, in integers: 582 of 633 is 91.94%. */
    public static String percent(int part, int whole) {
        if (whole <= 0) {
            return "0%";
        }
        long hundredths = (part * 20_000L + whole) / (2L * whole);
        long fraction = hundredths % 100;
        if (fraction == 0) {
            return hundredths / 100 + "%";
        }
        String digits = (fraction < 10 ? "0" : "") + fraction;
        return hundredths / 100 + "." + (fraction % 10 == 0 ? digits.substring(0, 1) : digits) + "%";
    }

    /** A share for reading, one decimal: 582 of 633 is 91.9%. */
    public static String share(int part, int whole) {
        if (whole <= 0) {
            return "—";
        }
        long tenths = (part * 2_000L + whole) / (2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }
}
