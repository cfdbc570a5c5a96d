package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.calendar.HolidayTable.Kind;

class WorkingCalendarPropertyTest {

    private static final List<Integer> YEARS =
            IntStream.rangeClosed(2015, 2035).boxed().toList();
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** Holidays in blocks and made-up days, wherever chance puts them, also on days that need none. */
    private record World(HolidayTable table, SlowReference reference) {

        static World of(long seed) {
            Random random = new Random(seed);
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> madeUp = new HashSet<>();
            for (int block = 0; block < 40; block++) {
                LocalDate from = FIRST.plusDays(random.nextInt(3650) - 900);
                for (int i = 0; i < random.nextInt(10); i++) {
                    off.add(from.plusDays(i));
                }
                madeUp.add(FIRST.plusDays(random.nextInt(3650) - 900));
            }
            madeUp.removeAll(off);
            List<Day> days = new ArrayList<>();
            off.forEach(day -> days.add(new Day(day, Kind.OFF, "", "")));
            madeUp.forEach(day -> days.add(new Day(day, Kind.WORK, "", "")));
            return new World(HolidayTable.of(days, YEARS), new SlowReference(off, madeUp));
        }

        DueDate due(LocalDate start, StatutoryPeriod period) {
            return new WorkingCalendar(table, CalendarPolicy.CIVIL_CODE)
                    .due(start, period)
                    .orThrow();
        }
    }

    private static LocalDate start(int day) {
        return FIRST.plusDays(day);
    }

    @Property(tries = 500)
    void workingDaysAreTickedOff(
            @ForAll long seed,
            @ForAll @IntRange(max = 1500) int day,
            @ForAll @IntRange(min = 1, max = 120) int number,
            @ForAll boolean backward) {
        World world = World.of(seed);
        DueDate due = world.due(start(day), new StatutoryPeriod(backward, 0, 0, 0, 0, number));
        assertThat(due.due()).isEqualTo(world.reference.workingDays(start(day), number, backward));
        assertThat(due.rolled()).isFalse();
    }

    @Property(tries = 500)
    void calendarDaysAreTurnedOverOneByOne(
            @ForAll long seed,
            @ForAll @IntRange(max = 1500) int day,
            @ForAll @IntRange(max = 500) int number,
            @ForAll boolean backward) {
        World world = World.of(seed);
        LocalDate ends = world.reference.calendarDays(start(day), number, backward);
        DueDate due = world.due(start(day), new StatutoryPeriod(backward, 0, 0, 0, number, 0));
        assertThat(due.ends()).isEqualTo(ends);
        assertThat(due.due()).isEqualTo(world.reference.roll(ends, backward));
        assertThat(due.rolled()).isEqualTo(!world.reference.working(ends));
    }

    @Property(tries = 500)
    void monthsEndOnTheCorrespondingDayOrTheLast(
            @ForAll long seed,
            @ForAll @IntRange(max = 1500) int day,
            @ForAll @IntRange(max = 3) int years,
            @ForAll @IntRange(max = 14) int months,
            @ForAll boolean backward) {
        World world = World.of(seed);
        LocalDate ends = world.reference.months(start(day), 12 * years + months, backward);
        DueDate due = world.due(start(day), new StatutoryPeriod(backward, years, months, 0, 0, 0));
        assertThat(due.ends()).isEqualTo(ends);
        assertThat(due.due()).isEqualTo(world.reference.roll(ends, backward));
    }

    /** An earlier start never ends later, whatever the table. */
    @Property(tries = 300)
    void aLaterStartNeverEndsEarlier(
            @ForAll long seed, @ForAll @IntRange(max = 1500) int day, @ForAll @IntRange(max = 4) int which) {
        World world = World.of(seed);
        StatutoryPeriod period = StatutoryPeriod.parse(
                        List.of("P3M", "P10D", "P7WD", "-P15D", "-P7WD").get(which))
                .orElseThrow();
        assertThat(world.due(start(day + 1), period).due())
                .isAfterOrEqualTo(world.due(start(day), period).due());
    }

    @Property(tries = 300)
    void aPeriodReadsAsItIsWritten(
            @ForAll boolean backward,
            @ForAll @IntRange(max = 20) int years,
            @ForAll @IntRange(max = 20) int months,
            @ForAll @IntRange(max = 20) int weeks,
            @ForAll @IntRange(max = 400) int days) {
        StatutoryPeriod period = new StatutoryPeriod(backward, years, months, weeks, days, 0);
        assertThat(StatutoryPeriod.parse(period.toString())).contains(period);
        StatutoryPeriod working = new StatutoryPeriod(backward, 0, 0, 0, 0, days + 1);
        assertThat(StatutoryPeriod.parse(working.toString())).contains(working);
    }
}
