package org.yicheng.livelihood.pages;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.yicheng.web.Shell;

/** Money as forms and pages write it: in 万元, exact to the fen. */
public final class Money {

    private static final int DIGITS = 6;

    private Money() {}

    /** 1,250.5 (万元) to fen. */
    static Optional<Long> fen(String text) {
        String plain = text.strip().replace(",", "").replace("，", "");
        return plain.matches("\\d{1,12}(\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(plain).movePointRight(DIGITS).longValueExact())
                : Optional.empty();
    }

    /** Fen as 万元, without needless zeros. */
    public static String wan(long fen) {
        return BigDecimal.valueOf(fen, DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Fen as a sum to be read and not to be typed: 1,234.5万元, 12.345 million yuan. */
    public static String said(Shell shell, long fen) {
        BigDecimal sum = BigDecimal.valueOf(fen, digits(shell)).stripTrailingZeros();
        String text = sum.abs().toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return shell.say(
                "livelihood.sum",
                "n",
                (fen < 0 ? "−" : "")
                        + String.format(Locale.ROOT, "%,d", new BigInteger(whole))
                        + (point < 0 ? "" : text.substring(point)));
    }

    /** How many digits of fen the unit of {@link #said} has: 万元 in Chinese, millions in English. */
    public static int digits(Shell shell) {
        return shell.zh() ? DIGITS : DIGITS + 2;
    }
}
