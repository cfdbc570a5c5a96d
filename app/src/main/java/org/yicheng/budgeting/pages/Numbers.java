package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.yicheng.count.projects.Ratio;

/** Exact numbers as they are written. */
public final class Numbers {

    /** A fraction longer than this is not read by anybody; the exports have it. */
    private static final int LONGEST = 14;

    private Numbers() {}

    /** Money with commas, decimals as they are: 1,000,000.5. */
    public static String money(BigDecimal money) {
        BigDecimal plain = money.signum() == 0 ? BigDecimal.ZERO : money.stripTrailingZeros();
        String text = plain.toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return String.format(java.util.Locale.ROOT, "%,d", new BigInteger(whole))
                + (point < 0 ? "" : text.substring(point));
    }

    /** Money that is a fraction: whole or with two decimals, 约 (about) told by the sign ≈. */
    public static String money(Ratio money) {
        boolean whole = money.denominator().equals(BigInteger.ONE);
        BigDecimal rounded = decimal(money, 2);
        boolean exact = whole || Ratio.of(rounded).equals(money);
        return (exact ? "" : "≈ ") + money(rounded);
    }

    /** The fraction itself where {@link #money(Ratio)} is rounded and the fraction is short; otherwise empty. */
    public static String fraction(Ratio number) {
        String text = number.toString();
        return text.length() > LONGEST || !text.contains("/") ? "" : text;
    }

    /** Per cent with one decimal. */
    public static String percent(Ratio share) {
        return decimal(share.times(Ratio.of(100, 1)), 1).toPlainString() + "%";
    }

    /** Per cent, or a dash where there is nothing to divide by. */
    public static String percent(Optional<Ratio> share) {
        return share.map(Numbers::percent).orElse("—");
    }

    static BigDecimal decimal(Ratio number, int places) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), places, RoundingMode.HALF_UP);
    }
}
