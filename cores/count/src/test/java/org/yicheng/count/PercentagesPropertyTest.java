package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PercentagesPropertyTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Property
    void largestRemainderAddsToExactlyOneHundred(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> parts,
            @ForAll @IntRange(min = 0, max = 9) int places) {
        Assume.that(parts.stream().anyMatch(part -> part > 0));
        List<BigDecimal> column = Percentages.LARGEST_REMAINDER.of(parts, places);
        assertThat(column.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(HUNDRED);
        long whole = parts.stream().mapToLong(Long::longValue).sum();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
        for (int at = 0; at < parts.size(); at++) {
            // Less than one unit of the last place from the exact share.
            BigDecimal off = column.get(at)
                    .multiply(BigDecimal.valueOf(whole))
                    .subtract(BigDecimal.valueOf(parts.get(at)).multiply(HUNDRED))
                    .abs();
            assertThat(off).isLessThan(unit.multiply(BigDecimal.valueOf(whole)));
        }
    }

    @Property
    void aLargerPartNeverHasTheSmallerShare(
            @ForAll @Size(min = 2, max = 20) List<@LongRange(min = 0, max = 500) Long> parts,
            @ForAll Percentages rounding,
            @ForAll @IntRange(min = 0, max = 3) int places) {
        Assume.that(parts.stream().anyMatch(part -> part > 0));
        List<BigDecimal> column = rounding.of(parts, places);
        for (int a = 0; a < parts.size(); a++) {
            for (int b = 0; b < parts.size(); b++) {
                if (parts.get(a) > parts.get(b)) {
                    assertThat(column.get(a)).isGreaterThanOrEqualTo(column.get(b));
                }
            }
        }
    }

    @Property
    void plainRoundingIsWithinHalfAUnit(
            @ForAll @LongRange(min = 0, max = 100_000) long part,
            @ForAll @LongRange(min = 1, max = 100_000) long whole) {
        Assume.that(part <= whole);
        BigDecimal off = new Rate(part, whole)
                .percent(2)
                .orElseThrow()
                .multiply(BigDecimal.valueOf(whole))
                .subtract(BigDecimal.valueOf(part * 100))
                .abs();
        assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(whole)));
    }

    @Example
    void refusesWhatIsNoPartOfItsWhole() {
        assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Percentages.PLAIN.of(List.of(-1L), 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 2).percent(10)).isInstanceOf(IllegalArgumentException.class);
    }
}
