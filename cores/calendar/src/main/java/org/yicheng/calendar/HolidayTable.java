package org.yicheng.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which rest and work differ from the week: holidays, and working days made up for them. Published once a
 * year; New Year's holiday is published with its new year, also where it begins in the old one.
 */
public final class HolidayTable {

    /** Nothing is known of any year. */
    public static final HolidayTable EMPTY = of(List.of());

    /** Up to this day of December an entry shows that its own year's table is here; later ones belong to New Year. */
    private static final int LAST_OWN_DAY_OF_DECEMBER = 24;

    private final Map<LocalDate, Day> days;
    private final Set<Integer> years;

    private HolidayTable(Map<LocalDate, Day> days, Set<Integer> years) {
        this.days = days;
        this.years = years;
    }

    /** What a listed day is. */
    public enum Kind {
        /** No work is done, whatever the weekday (放假). */
        OFF,
        /** Work is done, whatever the weekday (调休上班). */
        WORK
    }

    /**
     * A listed day.
     *
     * @param name of the holiday, e.g. 春节; may be empty
     * @param source by which it was published, e.g. 国办发明电〔2023〕7号; may be empty
     */
    public record Day(LocalDate date, Kind kind, String name, String source) {}

    /** A table that covers every year of which it lists a day before the last week of December. */
    public static HolidayTable of(Collection<Day> days) {
        return of(days, List.of());
    }

    /**
     * @param years covered besides those of which a day is listed
     * @throws IllegalArgumentException if a date is listed twice
     */
    public static HolidayTable of(Collection<Day> days, Collection<Integer> years) {
        Map<LocalDate, Day> byDate = new HashMap<>();
        Set<Integer> covered = new HashSet<>(years);
        for (Day day : days) {
            if (byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException("a date is listed once, got " + day.date() + " again");
            }
            if (showsItsYear(day.date())) {
                covered.add(day.date().getYear());
            }
        }
        return new HolidayTable(byDate, covered);
    }

    private static boolean showsItsYear(LocalDate date) {
        return date.getMonth() != Month.DECEMBER || date.getDayOfMonth() <= LAST_OWN_DAY_OF_DECEMBER;
    }

    /** Is it known whether this day is one of rest? It is if it is listed or its year is covered. */
    public boolean knows(LocalDate date) {
        return years.contains(date.getYear()) || days.containsKey(date);
    }

    /** The entry of a day; empty for an ordinary one. */
    public Optional<Day> on(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** The years covered, in order. */
    public Set<Integer> years() {
        return new TreeSet<>(years);
    }
}
