package org.yicheng.count;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole, kept exactly; per cent is only how it is written (办复率, 满意率 and the like).
 *
 * @param part how many of the whole, 0..whole
 * @param whole out of how many; of nothing there is no rate, which is not the same as 0 %
 */
public record Rate(long part, long whole) {

    /** More places than a statistic of counts can mean. */
    public static final int MOST_PLACES = 9;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rate {
        if (whole < 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("a part is within its whole, got " + part + " of " + whole);
        }
    }

    /**
     * In per cent, the half rounded up: 621 of 629 with two places is 98.73. Empty if the whole is nothing.
     *
     * @param places 0..{@value #MOST_PLACES}
     */
    public Optional<BigDecimal> percent(int places) {
        checkPlaces(places);
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP));
    }

    /** The quotient in lowest terms: 54 of 93 is 18/31; empty if the whole is nothing. */
    public Optional<String> fraction() {
        if (whole == 0) {
            return Optional.empty();
        }
        long divisor = BigInteger.valueOf(part).gcd(BigInteger.valueOf(whole)).longValueExact();
        return Optional.of(part / divisor + "/" + whole / divisor);
    }

    static void checkPlaces(int places) {
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException("places are 0.." + MOST_PLACES + ", got " + places);
        }
    }
}
