package org.yicheng.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts a period in hours. It begins with the instant at which it starts and runs through nights and days of rest
 * (Civil Code art. 201(2); art. 203(1) moves days, not hours), so that no holiday table is asked.
 */
public final class Hours {

    private Hours() {}

    /** A time during which a period stood still. */
    public record Stop(Instant from, Instant until) {

        public Stop {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a stop ends at or after " + from + ", got " + until);
            }
        }
    }

    /**
     * The last instant that is in time. A stop that began after it changes nothing.
     *
     * @param stops in order, none reaching into the next, none before the start
     * @throws IllegalArgumentException if the period is not in hours, or is counted backward and has stops
     */
    public static Instant end(Instant start, StatutoryPeriod period, List<Stop> stops) {
        if (!period.inHours() || period.backward() && !stops.isEmpty()) {
            throw new IllegalArgumentException("hours forward, or without stops, got " + period);
        }
        Instant end = start.plus(Duration.ofHours(period.backward() ? -period.hours() : period.hours()));
        for (Stop stop : stops) {
            if (!stop.from().isAfter(end)) {
                end = end.plus(Duration.between(stop.from(), stop.until()));
            }
        }
        return end;
    }
}
