package org.yicheng.count;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A column of parts of one whole, written in per cent. */
public enum Percentages {
    /** Each part by itself, the half rounded up; the column may add to 99.99 or 100.01. */
    PLAIN {
        @Override
        List<BigDecimal> of(List<Long> parts, long whole, int places) {
            return parts.stream()
                    .map(part -> new Rate(part, whole).percent(places).orElseThrow())
                    .toList();
        }
    },
    /**
     * Every part rounded down; the units of the last place that are then missing go to the largest remainders, so that
     * the column adds to exactly 100. Of equal remainders the larger part comes first, of equal parts the earlier.
     */
    LARGEST_REMAINDER {
        @Override
        List<BigDecimal> of(List<Long> parts, long whole, int places) {
            BigInteger units = BigInteger.TEN.pow(places + 2);
            BigInteger all = BigInteger.valueOf(whole);
            List<BigInteger[]> divided = parts.stream()
                    .map(part -> BigInteger.valueOf(part).multiply(units).divideAndRemainder(all))
                    .toList();
            BigInteger given = divided.stream().map(floor -> floor[0]).reduce(BigInteger.ZERO, BigInteger::add);
            int missing = units.subtract(given).intValueExact();
            List<Integer> first = IntStream.range(0, parts.size())
                    .boxed()
                    .sorted(Comparator.comparing((Integer at) -> divided.get(at)[1])
                            .thenComparing(parts::get)
                            .reversed())
                    .limit(missing)
                    .toList();
            List<BigDecimal> percent = new ArrayList<>();
            for (int at = 0; at < parts.size(); at++) {
                BigInteger floor = divided.get(at)[0];
                percent.add(new BigDecimal(first.contains(at) ? floor.add(BigInteger.ONE) : floor, places));
            }
            return List.copyOf(percent);
        }
    };

    /**
     * The parts in per cent of their sum, in their order; empty if the sum is nothing.
     *
     * @param parts none of them negative
     * @param places 0..{@value Rate#MOST_PLACES}
     * @throws ArithmeticException if the sum does not fit a long
     */
    public List<BigDecimal> of(List<Long> parts, int places) {
        Rate.checkPlaces(places);
        long whole = 0;
        for (long part : parts) {
            if (part < 0) {
                throw new IllegalArgumentException("a part is not negative, got " + part);
            }
            whole = Math.addExact(whole, part);
        }
        return whole == 0 ? List.of() : of(parts, whole, places);
    }

    abstract List<BigDecimal> of(List<Long> parts, long whole, int places);
}
