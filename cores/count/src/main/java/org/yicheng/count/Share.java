package org.yicheng.count;

import java.math.BigInteger;
import org.yicheng.rule.Citation;

/**
 * A share of a number of heads or weights that must be reached: at least p/q (以上, the number included) or more than
 * p/q (超过, 过半数).
 *
 * @param numerator p, 1..q
 * @param denominator q
 * @param mode whether reaching the share exactly is enough
 * @param source where the rule stands
 */
public record Share(int numerator, int denominator, Mode mode, Citation source) {

    /** 以上 includes the number, 超过 does not (Civil Code art. 1259; the same usage in the public-law texts cited). */
    public enum Mode {
        AT_LEAST,
        MORE_THAN
    }

    public Share {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("a share is in (0, 1], got " + numerator + "/" + denominator);
        }
    }

    /** At least p/q (以上). */
    public static Share atLeast(int numerator, int denominator, Citation source) {
        return new Share(numerator, denominator, Mode.AT_LEAST, source);
    }

    /** More than p/q (超过). */
    public static Share moreThan(int numerator, int denominator, Citation source) {
        return new Share(numerator, denominator, Mode.MORE_THAN, source);
    }

    /**
     * The smallest whole number that satisfies the share of {@code base}: at least 2/3 of 633 is 422, more than 1/2
     * of 70 is 36.
     *
     * @throws IllegalArgumentException if base is negative
     * @throws ArithmeticException if the answer does not fit a long
     */
    public long threshold(long base) {
        if (base < 0) {
            throw new IllegalArgumentException("a base is not negative, got " + base);
        }
        BigInteger[] parts = BigInteger.valueOf(base)
                .multiply(BigInteger.valueOf(numerator))
                .divideAndRemainder(BigInteger.valueOf(denominator));
        long whole = parts[0].longValueExact();
        boolean exact = parts[1].signum() == 0;
        return mode == Mode.MORE_THAN || !exact ? Math.addExact(whole, 1) : whole;
    }

    /** Is it more than half (过半数)? */
    public boolean isMajority() {
        return mode == Mode.MORE_THAN && numerator * 2L == denominator;
    }
}
