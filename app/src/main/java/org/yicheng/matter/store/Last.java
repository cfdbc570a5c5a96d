package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.yicheng.calendar.CalendarPolicy;
import org.yicheng.calendar.DueDate;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.Hours;
import org.yicheng.calendar.Pause;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.calendar.WorkingCalendar;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines.Suspension;
import org.yicheng.rule.Ruling;

/**
 * When a limit ends.
 *
 * @param day its last day; empty while a holiday table is missing, or the limit stands still
 * @param at its last instant, for one in hours
 */
record Last(Optional<LocalDate> day, Optional<Instant> at) {

    static final Last UNKNOWN = new Last(Optional.empty(), Optional.empty());

    /** Of a limit that does not stand still now. */
    static Last of(HolidayTable table, Deadline limit, List<Suspension> suspensions, ZoneId zone) {
        if (limit.startsAt().isPresent()) {
            List<Hours.Stop> stops = suspensions.stream()
                    .map(one -> new Hours.Stop(one.from(), one.until().orElseThrow()))
                    .toList();
            return of(Hours.end(limit.startsAt().get(), limit.period(), stops), zone);
        }
        List<Pause> pauses = suspensions.stream()
                .map(one -> new Pause(one.fromDay(), one.untilDay().orElseThrow()))
                .toList();
        return new Last(day(table, limit.starts(), limit.period(), pauses), Optional.empty());
    }

    boolean isAfter(Last other) {
        return at.isPresent() && other.at.isPresent()
                ? at.get().isAfter(other.at.get())
                : day.orElseThrow().isAfter(other.day.orElseThrow());
    }

    static Last of(Instant end, ZoneId zone) {
        return new Last(Optional.of(LocalDate.ofInstant(end, zone)), Optional.of(end));
    }

    /** The last day; empty while a year's table is missing. */
    static Optional<LocalDate> day(HolidayTable table, LocalDate starts, StatutoryPeriod period, List<Pause> pauses) {
        return new WorkingCalendar(table, CalendarPolicy.CIVIL_CODE).due(starts, period, pauses)
                        instanceof Ruling.Granted<DueDate>(DueDate counted)
                ? Optional.of(counted.due())
                : Optional.empty();
    }
}
