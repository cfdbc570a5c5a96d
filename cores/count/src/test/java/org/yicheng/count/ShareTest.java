package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
}
