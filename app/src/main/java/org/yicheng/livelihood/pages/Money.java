package org.yicheng.livelihood.pages;

import java.math.BigDecimal;
import java.util.Optional;

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
}
