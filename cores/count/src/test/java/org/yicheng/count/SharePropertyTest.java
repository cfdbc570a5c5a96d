package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

class SharePropertyTest {

    private static final Citation SOURCE = Citation.of(Law.PRODUCT, "test");

    private static boolean satisfies(Share share, long votes, long base) {
        int compared = BigInteger.valueOf(votes)
                .multiply(BigInteger.valueOf(share.denominator()))
                .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(share.numerator())));
        return share.mode() == Share.Mode.AT_LEAST ? compared >= 0 : compared > 0;
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
}
