package org.yicheng.assembly;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an administrative area (行政区划代码): six digits by GB/T 2260, two for each level, nine for a township;
 * {@code 000000} stands for the whole country.
 */
public record AreaCode(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{6}|\\d{9}");
    private static final String COUNTRY = "000000";

    /** The level of the area, from the country down. */
    public enum Level {
        COUNTRY,
        PROVINCE,
        PREFECTURE_CITY,
        COUNTY,
        TOWNSHIP
    }

    public AreaCode {
        if (!FORM.matcher(digits).matches() || !consistent(digits)) {
            throw new IllegalArgumentException("an area code has six digits, or nine for a township, got " + digits);
        }
    }

    /** Empty if it is no code. */
    public static Optional<AreaCode> parse(String text) {
        return FORM.matcher(text).matches() && consistent(text) ? Optional.of(new AreaCode(text)) : Optional.empty();
    }

    /** A level below is named only together with those above: 130002 is no code. */
    private static boolean consistent(String digits) {
        boolean province = !digits.startsWith("00");
        boolean city = !digits.substring(2, 4).equals("00");
        boolean county = !digits.substring(4, 6).equals("00");
        boolean township = digits.length() == 9;
        return (province || digits.equals(COUNTRY))
                && (city || !county)
                && (!township || (county && !digits.endsWith("000")));
    }

    public Level level() {
        return switch (prefix().length()) {
            case 0 -> Level.COUNTRY;
            case 2 -> Level.PROVINCE;
            case 4 -> Level.PREFECTURE_CITY;
            case 6 -> Level.COUNTY;
            default -> Level.TOWNSHIP;
        };
    }

    private String prefix() {
        String prefix = digits;
        while (prefix.length() <= 6 && prefix.endsWith("00")) {
            prefix = prefix.substring(0, prefix.length() - 2);
        }
        return prefix;
    }

    /** Whether one of the two areas is part of the other (有隶属关系); no area is part of itself. */
    public boolean aboveOrBelow(AreaCode other) {
        return !equals(other)
                && (prefix().startsWith(other.prefix()) || other.prefix().startsWith(prefix()));
    }

    @Override
    public String toString() {
        return digits;
    }
}
