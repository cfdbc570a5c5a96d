package org.yicheng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Counts as a person does with a wall calendar, day by day; slow, and written without the code it checks. */
record SlowReference(Set<LocalDate> off, Set<LocalDate> madeUp) {

    boolean working(LocalDate day) {
        if (off.contains(day)) {
            return false;
        }
        return madeUp.contains(day)
                || day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Ticks working days off, beginning the day after (or before). */
    LocalDate workingDays(LocalDate start, int number, boolean backward) {
        List<LocalDate> ticked = days(start, backward)
                .skip(1)
                .filter(this::working)
                .limit(number)
                .toList();
        return ticked.getLast();
    }

    LocalDate calendarDays(LocalDate start, int number, boolean backward) {
        return days(start, backward).skip(number).findFirst().orElseThrow();
    }

    /** Turns the leaves of the months, then looks for the day, and without it for the one before. */
    LocalDate months(LocalDate start, int number, boolean backward) {
        YearMonth month = YearMonth.from(start);
        for (int leaf = 0; leaf < number; leaf++) {
            month = backward ? month.minusMonths(1) : month.plusMonths(1);
        }
        int day = start.getDayOfMonth();
        while (!month.isValidDay(day)) {
            day--;
        }
        return month.atDay(day);
    }

    LocalDate roll(LocalDate day, boolean backward) {
        return days(day, backward).filter(this::working).findFirst().orElseThrow();
    }

    private static Stream<LocalDate> days(LocalDate from, boolean backward) {
        return Stream.iterate(from, day -> backward ? day.minusDays(1) : day.plusDays(1));
    }
}
