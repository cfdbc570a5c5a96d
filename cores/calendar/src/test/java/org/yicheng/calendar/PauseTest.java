package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** A period that stood still, and a period in hours. */
class PauseTest {

    private static final Words WORDS = Words.load(WorkingCalendar.class.getClassLoader(), List.of("calendar"));
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(HolidayTable.of(List.of(), List.of(2023, 2024, 2025, 2026)), CalendarPolicy.CIVIL_CODE);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static DueDate due(String start, String period, String from, String until) {
        return CALENDAR.due(
                        day(start),
                        StatutoryPeriod.parse(period).orElseThrow(),
                        List.of(new Pause(day(from), day(until))))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // From Monday 4 March ten days end on the 14th; four days are not counted.
        "2024-03-04, P10D, 2024-03-06, 2024-03-10, 2024-03-18",
        // Suspended on the last day: on the day it runs again it is the last day once more.
        "2024-03-04, P10D, 2024-03-14, 2024-03-20, 2024-03-20",
        // Suspended a day too late.
        "2024-03-04, P10D, 2024-03-15, 2024-03-20, 2024-03-14",
        // The last day is a Saturday, and moves to Monday; suspended on the Sunday between them.
        "2024-03-06, P10D, 2024-03-17, 2024-03-20, 2024-03-20",
        // Suspended on the day it starts, which is not counted anyway.
        "2024-03-04, P10D, 2024-03-04, 2024-03-08, 2024-03-18",
        // Suspended and resumed on one day: nothing.
        "2024-03-04, P10D, 2024-03-06, 2024-03-06, 2024-03-14",
        "2024-03-04, P3M, 2024-04-01, 2024-05-01, 2024-07-04",
        "2024-03-04, P7WD, 2024-03-06, 2024-03-11, 2024-03-18"
    })
    void daysOfASuspensionAreNotCounted(String start, String period, String from, String until, String due) {
        assertThat(due(start, period, from, until).due()).isEqualTo(day(due));
    }

    @Test
    void saysHowManyDaysWereNotCounted() {
        Bilingual said =
                WORDS.both(due("2024-03-04", "P10D", "2024-03-06", "2024-03-10").reason());
        assertThat(said.zh()).contains("中止的4天不计入");
        assertThat(said.en()).contains("the 4 days of suspension not counted");
    }

    /** Against a wall calendar: day by day, leaving out what is crossed out. */
    @Property(tries = 500)
    void countsAsOneWouldOnAWallCalendar(
            @ForAll boolean working,
            @ForAll @IntRange(min = 1, max = 60) int number,
            @ForAll @IntRange(max = 40) int before,
            @ForAll @IntRange(max = 30) int length,
            @ForAll @IntRange(min = 1, max = 30) int between,
            @ForAll @IntRange(max = 30) int again) {
        LocalDate start = day("2024-03-04").plusDays(number % 7);
        Pause first = new Pause(start.plusDays(before), start.plusDays(before + length));
        Pause second = new Pause(first.until().plusDays(between), first.until().plusDays(between + again));
        StatutoryPeriod period = working ? StatutoryPeriod.ofWorkingDays(number) : StatutoryPeriod.ofDays(number);
        LocalDate expected = start;
        int left = number;
        while (left > 0) {
            expected = expected.plusDays(1);
            if (counts(expected, first, second) && (!working || works(expected))) {
                left--;
            }
        }
        while (!counts(expected, first, second) || !works(expected)) {
            expected = expected.plusDays(1);
        }
        assertThat(CALENDAR.due(start, period, List.of(first, second)).orThrow().due())
                .isEqualTo(expected);
    }

    private static boolean counts(LocalDate day, Pause... pauses) {
        return List.of(pauses).stream().noneMatch(pause -> !day.isBefore(pause.from()) && day.isBefore(pause.until()));
    }

    private static boolean works(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    }

    @Test
    void aPauseIsInOrderAndNothingBackwardStandsStill() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(day("2024-03-04"), day("2024-03-03")));
        assertThatIllegalArgumentException().isThrownBy(() -> due("2024-03-04", "-P10D", "2024-03-01", "2024-03-02"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-09T10:00:00Z, PT24H, 2024-02-10T10:00:00Z",
        "2024-02-09T10:00:00Z, PT48H, 2024-02-11T10:00:00Z",
        "2024-02-09T10:00:00Z, -PT4H, 2024-02-09T06:00:00Z"
    })
    void hoursRunThroughNightsAndHolidays(Instant start, String period, Instant end) {
        assertThat(Hours.end(start, StatutoryPeriod.parse(period).orElseThrow(), List.of()))
                .isEqualTo(end);
    }

    @Test
    void hoursStandStillToTheSecond() {
        Instant start = Instant.parse("2024-02-09T10:00:00Z");
        List<Hours.Stop> stops = new ArrayList<>();
        stops.add(new Hours.Stop(start.plusSeconds(3600), start.plusSeconds(3690)));
        assertThat(Hours.end(start, StatutoryPeriod.ofHours(24), stops)).isEqualTo(start.plusSeconds(24 * 3600 + 90));
        stops.add(new Hours.Stop(start.plusSeconds(25 * 3600), start.plusSeconds(26 * 3600)));
        assertThat(Hours.end(start, StatutoryPeriod.ofHours(24), stops)).isEqualTo(start.plusSeconds(24 * 3600 + 90));
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.end(start, StatutoryPeriod.ofDays(1), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatutoryPeriod(false, 0, 0, 0, 1, 0, 24));
    }

    @Test
    void hoursAreNotCountedFromADay() {
        StatutoryPeriod day = StatutoryPeriod.parse("PT24H").orElseThrow();
        assertThat(day.toString()).isEqualTo("PT24H");
        assertThat(day.written()).isEqualTo(new Bilingual("24小时", "24 hours"));
        assertThat(CALENDAR.due(day("2024-02-09"), day) instanceof Ruling.Refused<DueDate> refused
                        && refused.reasons().getFirst().code().equals("calendar.hours"))
                .isTrue();
    }
}
