package org.yicheng.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a book counts. Amounts are whole numbers of its smallest part: fen for money.
 *
 * @param code as in ISO 4217 for money: {@code CNY}
 * @param decimals how many places the smallest part is behind the point, 0 to 6
 */
public record Unit(String code, int decimals) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,16}(\\.\\d{1,6})?");

    /** 人民币, counted in fen. */
    public static final Unit CNY = new Unit("CNY", 2);

    /** The greatest amount and balance, in smallest parts: 2^53 - 1, which every reader of JSON keeps exactly (RFC 8259, 6). */
    public static final long MOST = 9_007_199_254_740_991L;

    public Unit {
        if (!CODE.matcher(code).matches() || decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException(
                    "a unit has a code of 1 to 12 letters and digits and 0 to 6 decimals, got " + code + ", "
                            + decimals);
        }
    }

    /** For reading: 1,234.50. */
    public String text(long parts) {
        return text(BigInteger.valueOf(parts));
    }

    /** The same for sums, which may be greater than any balance. */
    public String text(BigInteger parts) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(parts, decimals));
    }

    /** For tables that are reckoned with: 1234.50. */
    public String figure(BigInteger parts) {
        return new BigDecimal(parts, decimals).toPlainString();
    }

    /** Reads what somebody typed, with or without commas; empty when it is no amount from 0 to {@link #MOST} in this unit. */
    public Optional<Long> read(String typed) {
        String plain = typed.strip().replace(",", "").replace("，", "");
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal parts = new BigDecimal(plain).movePointRight(decimals).stripTrailingZeros();
        return parts.scale() > 0 || parts.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? Optional.empty()
                : Optional.of(parts.longValueExact());
    }
}
