package org.yicheng.calendar;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * How days are counted where it can differ.
 *
 * @param startCounted does the start day count? By Civil Code art. 201(1) it does not
 * @param roll what becomes of a last day that is one of rest
 * @param weekend the weekdays of rest, unless a table says otherwise
 * @param missingYear what to do about a year without a holiday table
 */
public record CalendarPolicy(boolean startCounted, Roll roll, Set<DayOfWeek> weekend, MissingYear missingYear) {

    /** Civil Code art. 201 to 203: start day not counted, last day rolled, no table no answer. */
    public static final CalendarPolicy CIVIL_CODE =
            new CalendarPolicy(false, Roll.ONWARD, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), MissingYear.REFUSE);

    public CalendarPolicy {
        weekend = Set.copyOf(weekend);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week has a working day, got none");
        }
    }

    /** Where a last day goes that is one of rest. */
    public enum Roll {
        /** The way the period is counted: forward to the next working day, backward to the one before. */
        ONWARD,
        /** To the next working day. */
        NEXT,
        /** To the working day before. */
        PREVIOUS,
        /** It stays. */
        NONE
    }

    /** A day has to be looked at, and its year has no holiday table. */
    public enum MissingYear {
        /** No answer; the year is named. */
        REFUSE,
        /** Only the weekend rests; the answer says so. */
        WEEKENDS
    }
}
