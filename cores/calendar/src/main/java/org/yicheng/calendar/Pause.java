package org.yicheng.calendar;

import java.time.LocalDate;

/**
 * Days on which a period stood still (中止).
 *
 * @param from the day of the suspension, itself not counted
 * @param until the day on which the period runs again, itself counted
 */
public record Pause(LocalDate from, LocalDate until) {

    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends on or after " + from + ", got " + until);
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
