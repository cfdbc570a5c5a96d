package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

class ShareTest {

    private static final Citation SOURCE = Citation.of(Law.PRODUCT, "test");

    @ParameterizedTest(name = "at least {0}/{1} of {2} is {3}")
    @CsvSource({
        "2, 3, 633, 422",
        "2, 3, 70, 47",
        "2, 3, 619, 413",
        "1, 10, 633, 64",
        "1, 5, 633, 127",
        "2, 3, 3, 2",
        "2, 3, 1, 1",
        "1, 1, 7, 7",
        "2, 3, 0, 0"
    })
    void includesTheNumberItself(int numerator, int denominator, long base, long threshold) {
        assertThat(Share.atLeast(numerator, denominator, SOURCE).threshold(base))
                .isEqualTo(threshold);
    }

    @ParameterizedTest(name = "more than {0}/{1} of {2} is {3}")
    @CsvSource({
        "1, 2, 633, 317",
        "1, 2, 632, 317",
        "1, 2, 70, 36",
        "1, 2, 48, 25",
        "1, 2, 19, 10",
        "1, 2, 1000, 501",
        "1, 2, 0, 1",
        "1, 1, 10, 11"
    })
    void excludesTheNumberItself(int numerator, int denominator, long base, long threshold) {
        assertThat(Share.moreThan(numerator, denominator, SOURCE).threshold(base))
                .isEqualTo(threshold);
    }

    @Test
    void neverOverflowsSilently() {
        assertThat(Share.atLeast(Integer.MAX_VALUE - 1, Integer.MAX_VALUE, SOURCE)
                        .threshold(Long.MAX_VALUE))
                .isPositive()
                .isLessThan(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Share.moreThan(1, 1, SOURCE).threshold(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, 3", "1, 0", "-1, -2"})
    void isAboveNothingAndAtMostAll(int numerator, int denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.atLeast(numerator, denominator, SOURCE));
    }

    @Test
    void refusesANegativeBase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.atLeast(1, 2, SOURCE).threshold(-1));
    }

    /** The threshold satisfies the share and one vote less does not, by cross-multiplication. */
    @Property
    void isTheSmallestNumberThatSatisfies(
            @ForAll @IntRange(min = 1, max = 1_000_000) int numerator,
            @ForAll @IntRange(min = 1, max = 1_000_000) int denominator,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long base,
            @ForAll Share.Mode mode) {
        Assume.that(numerator <= denominator);
        Share share = new Share(numerator, denominator, mode, SOURCE);
        long threshold = share.threshold(base);
        assertThat(satisfies(share, threshold, base)).isTrue();
        assertThat(threshold == 0 || !satisfies(share, threshold - 1, base)).isTrue();
    }

    @Property
    void neverFallsWhenTheBaseGrows(
            @ForAll @IntRange(min = 1, max = 100) int numerator,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long base,
            @ForAll @IntRange(min = 0, max = 1_000) int more,
            @ForAll Share.Mode mode) {
        Share share = new Share(numerator, 100, mode, SOURCE);
        assertThat(share.threshold(base + more)).isBetween(share.threshold(base), share.threshold(base) + more);
    }

    private static boolean satisfies(Share share, long votes, long base) {
        int compared = BigInteger.valueOf(votes)
                .multiply(BigInteger.valueOf(share.denominator()))
                .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(share.numerator())));
        return share.mode() == Share.Mode.AT_LEAST ? compared >= 0 : compared > 0;
    }
}
