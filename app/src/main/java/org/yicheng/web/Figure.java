package org.yicheng.web;

/**
 * A large number with its word.
 *
 * @param word e.g. 实到
 * @param value as shown, e.g. {@code 582}
 * @param unit e.g. 人, empty text if none
 * @param demo whether the number is invented
 */
public record Figure(String word, String value, String unit, boolean demo) {

    public static Figure of(String word, String value, String unit) {
        return new Figure(word, value, unit, false);
    }
}
