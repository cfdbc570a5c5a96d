package org.yicheng.rule;

/** Whole numbers in Chinese characters, as articles, sessions and meetings are counted (第十五届). */
public final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};

    private ChineseNumerals() {}

    /** The number in characters, 0 to 9999: 5 is 五, 15 is 十五, 110 is 一百一十. */
    public static String of(int number) {
        if (number < 0 || number > 9999) {
            throw new IllegalArgumentException("a counted number is 0..9999, got " + number);
        }
        if (number == 0) {
            return "零";
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = number / power(place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return number >= 10 && number < 20 ? text.substring(1) : text.toString();
    }

    private static int power(int place) {
        int value = 1;
        for (int i = 0; i < place; i++) {
            value *= 10;
        }
        return value;
    }
}
