package org.yicheng.count;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a member carries when votes are weighed (shares, area, a claim in yuan): a decimal with up to six places, kept
 * as whole millionths so that no sum is ever rounded.
 *
 * @param millionths not negative
 */
public record Weight(long millionths) implements Comparable<Weight> {

    /** Decimal places. */
    public static final int PLACES = 6;

    /** The largest weight of one member and of all members together: nine million million with six places fill a long. */
    public static final Weight MOST = new Weight(9_000_000_000_000_000_000L);

    public static final Weight ZERO = new Weight(0);
    public static final Weight ONE = new Weight(1_000_000);

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,13}(?:\\.\\d{1,6})?");

    public Weight {
        if (millionths < 0) {
            throw new IllegalArgumentException("a weight is not negative, got " + millionths + " millionths");
        }
    }

    /** Reads digits with up to six decimal places, e.g. {@code 12.5}; empty if it is anything else or too large. */
    public static Optional<Weight> parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal units = new BigDecimal(text).movePointRight(PLACES);
        return units.compareTo(BigDecimal.valueOf(MOST.millionths)) > 0
                ? Optional.empty()
                : Optional.of(new Weight(units.longValueExact()));
    }

    /**
     * A weight as a database keeps it.
     *
     * @throws ArithmeticException if it has more than six places or does not fit
     */
    public static Weight of(BigDecimal decimal) {
        return new Weight(decimal.movePointRight(PLACES).longValueExact());
    }

    /** @throws ArithmeticException past the largest number */
    public Weight plus(Weight other) {
        return new Weight(Math.addExact(millionths, other.millionths));
    }

    /** @throws IllegalArgumentException if the other is larger */
    public Weight minus(Weight other) {
        return new Weight(millionths - other.millionths);
    }

    /** @throws ArithmeticException past the largest number */
    public static Weight sum(Collection<Weight> weights) {
        return weights.stream().reduce(ZERO, Weight::plus);
    }

    public boolean isZero() {
        return millionths == 0;
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(millionths, PLACES);
    }

    @Override
    public int compareTo(Weight other) {
        return Long.compare(millionths, other.millionths);
    }

    /** Plain digits without needless zeros: {@code 12.5}. */
    @Override
    public String toString() {
        BigDecimal plain = decimal().stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }
}
