package org.yicheng.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long single exchanges took, in nanoseconds. */
record Latencies(long[] sortedNanos, long wallNanos) {

    static Latencies of(long[] nanos, long wallNanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted, wallNanos);
    }

    long perSecond() {
        return sortedNanos.length * 1_000_000_000L / wallNanos;
    }

    /** The value that this share of exchanges, in thousandths, did not exceed, in microseconds. */
    long micros(int thousandths) {
        int index = Math.toIntExact((long) (sortedNanos.length - 1) * thousandths / 1000);
        return sortedNanos[index] / 1000;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d exchanges in %,d ms: %,d/s, p50 %s ms, p99 %s ms, longest %s ms",
                sortedNanos.length,
                wallNanos / 1_000_000,
                perSecond(),
                millis(500),
                millis(990),
                millis(1000));
    }

    private String millis(int thousandths) {
        long micros = micros(thousandths);
        return micros / 1000 + "." + micros / 100 % 10;
    }
}
