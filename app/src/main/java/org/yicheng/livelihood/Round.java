package org.yicheng.livelihood;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A year's livelihood projects of a congress (年度民生实事项目): from the call to what is delivered.
 *
 * @param body the congress
 * @param year in which the projects are to be finished
 * @param place whose rules count
 * @param opens first day of the call
 * @param closes last day of the call
 * @param notice what the call says, as it was published
 */
public record Round(
        UUID id, String body, int year, Place place, LocalDate opens, LocalDate closes, String notice, boolean demo) {

    /** Where the call stands. */
    public enum Call {
        AHEAD,
        OPEN,
        OVER
    }

    public Call call(LocalDate today) {
        if (today.isBefore(opens)) {
            return Call.AHEAD;
        }
        return today.isAfter(closes) ? Call.OVER : Call.OPEN;
    }

    /** How many days a call from one day to another lasts, both counted. */
    public static long days(LocalDate opens, LocalDate closes) {
        return ChronoUnit.DAYS.between(opens, closes) + 1;
    }

    public boolean inCall(LocalDate day) {
        return call(day) == Call.OPEN;
    }
}
