package org.yicheng.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yicheng.calendar.CalendarPolicy.MissingYear;
import org.yicheng.calendar.CalendarPolicy.Roll;
import org.yicheng.calendar.HolidayTable.Kind;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Counts periods by a table of holidays and a policy (Civil Code art. 200 to 204). */
public final class WorkingCalendar {

    private static final int LAST_YEAR = 9999;
    private static final int MOST_YEARS_NAMED = 20;

    private final HolidayTable table;
    private final CalendarPolicy policy;

    public WorkingCalendar(HolidayTable table, CalendarPolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    /**
     * The last day of a period. Refused with {@code calendar.no-table} and the {@code years} that had to be looked at
     * and have no table, unless the policy makes do with weekends; with {@code calendar.out-of-range} if it leaves the
     * years 1 to 9999; with {@code calendar.hours} if the period is in hours.
     */
    public Ruling<DueDate> due(LocalDate start, StatutoryPeriod period) {
        return due(start, period, List.of());
    }

    /**
     * The last day of a period that stood still meanwhile (中止): days of a pause are not counted. A pause that began
     * after the last day changes nothing.
     *
     * @param pauses in order, none reaching into the next
     * @throws IllegalArgumentException if a period counted backward has pauses
     */
    public Ruling<DueDate> due(LocalDate start, StatutoryPeriod period, List<Pause> pauses) {
        if (period.backward() && !pauses.isEmpty()) {
            throw new IllegalArgumentException("only a period counted forward stands still, got " + period);
        }
        if (period.inHours()) {
            return Ruling.refused(
                    Refusal.plain("calendar.hours", "start", OfficialDate.day(start), "period", period.written()));
        }
        Counting counting = new Counting(start, period, pauses);
        LocalDate ends = period.workingDays() > 0 ? counting.workingDays() : counting.calendarDays();
        LocalDate due = counting.roll(ends);
        if (due.getYear() < 1 || due.getYear() > LAST_YEAR) {
            return Ruling.refused(Refusal.plain(
                    "calendar.out-of-range", "start", OfficialDate.day(start), "period", period.written()));
        }
        if (!counting.unknown.isEmpty() && policy.missingYear() == MissingYear.REFUSE) {
            return Ruling.refused(Refusal.plain(
                    "calendar.no-table",
                    "years",
                    counting.unknown.stream()
                            .limit(MOST_YEARS_NAMED)
                            .map(String::valueOf)
                            .toList(),
                    "start",
                    OfficialDate.day(start),
                    "period",
                    period.written()));
        }
        Reason.Facts facts = new Reason.Facts(
                counting.clipped, counting.skipped, counting.madeUp, counting.paused, List.copyOf(counting.unknown));
        return Ruling.granted(
                new DueDate(start, period, ends, due, new Reason(table, policy).of(start, period, ends, due, facts)));
    }

    /** Is work done on this day? A year without a table is taken by its weekends. */
    public boolean isWorking(LocalDate day) {
        return table.on(day)
                .map(listed -> listed.kind() == Kind.WORK)
                .orElseGet(() -> !policy.weekend().contains(day.getDayOfWeek()));
    }

    /** One period being counted, with what there is to say about it. */
    private final class Counting {

        private final LocalDate start;
        private final StatutoryPeriod period;
        /** +1 forward, -1 backward. */
        private final int step;

        private final Set<Integer> unknown = new TreeSet<>();
        private boolean clipped;
        private int skipped;
        private int madeUp;
        private long paused;
        private final List<Pause> pauses;

        Counting(LocalDate start, StatutoryPeriod period, List<Pause> pauses) {
            this.start = start;
            this.period = period;
            this.pauses = pauses;
            this.step = period.backward() ? -1 : 1;
        }

        LocalDate calendarDays() {
            if (period.isZero()) {
                return start;
            }
            LocalDate corresponding = start.plusMonths(step * (12L * period.years() + period.months()));
            // Art. 202: without a corresponding day the month's last day ends the period; plusMonths does the same.
            boolean shorter = corresponding.getDayOfMonth() != start.getDayOfMonth();
            long days = 7L * period.weeks() + period.days();
            clipped = shorter && days == 0;
            if (policy.startCounted()) {
                // The period ends the day before the corresponding one: one day less, except where the month's last
                // day stands in for it, which then is the end itself.
                boolean standsIn = shorter && !period.backward();
                return longer(corresponding.plusDays(step * days - (standsIn ? 0 : step)));
            }
            return longer(corresponding.plusDays(step * days));
        }

        /** Later by every day that was not counted, as long as a pause began before the end. */
        private LocalDate longer(LocalDate ends) {
            LocalDate first = policy.startCounted() ? start : start.plusDays(1);
            LocalDate later = ends;
            for (Pause pause : pauses) {
                LocalDate from = pause.from().isBefore(first) ? first : pause.from();
                if (!from.isAfter(later) && from.isBefore(pause.until())) {
                    long days = ChronoUnit.DAYS.between(from, pause.until());
                    paused += days;
                    later = later.plusDays(days);
                }
            }
            return later;
        }

        private boolean isPaused(LocalDate day) {
            return pauses.stream().anyMatch(pause -> pause.holds(day));
        }

        LocalDate workingDays() {
            LocalDate day = policy.startCounted() ? start : start.plusDays(step);
            int left = period.workingDays();
            while (true) {
                if (isPaused(day)) {
                    paused++;
                } else if (looksWorking(day)) {
                    left--;
                    madeUp += table.on(day).isPresent() ? 1 : 0;
                } else {
                    skipped++;
                }
                if (left == 0) {
                    return day;
                }
                day = day.plusDays(step);
            }
        }

        LocalDate roll(LocalDate ends) {
            if (policy.roll() == Roll.NONE || period.workingDays() > 0) {
                return ends;
            }
            boolean back = policy.roll() == Roll.PREVIOUS || policy.roll() == Roll.ONWARD && period.backward();
            LocalDate day = ends;
            while (isPaused(day) || !looksWorking(day)) {
                day = day.plusDays(back ? -1 : 1);
            }
            return day;
        }

        private boolean looksWorking(LocalDate day) {
            if (!table.knows(day)) {
                unknown.add(day.getYear());
            }
            return isWorking(day);
        }
    }
}
