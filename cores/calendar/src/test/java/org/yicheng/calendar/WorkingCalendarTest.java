package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yicheng.calendar.CalendarPolicy.MissingYear;
import org.yicheng.calendar.CalendarPolicy.Roll;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.calendar.HolidayTable.Kind;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

class WorkingCalendarTest {

    private static final Words WORDS = Words.load(WorkingCalendar.class.getClassLoader(), List.of("calendar"));
    private static final String NOTICE = "国办发明电〔2023〕7号";

    /** The part of 2024 that the worked rows need. */
    private static final HolidayTable SPRING_2024 = table();

    private static HolidayTable table() {
        List<Day> days = new ArrayList<>();
        for (int day = 10; day <= 17; day++) {
            days.add(new Day(LocalDate.of(2024, 2, day), Kind.OFF, "春节", NOTICE));
        }
        for (int day = 1; day <= 5; day++) {
            days.add(new Day(LocalDate.of(2024, 5, day), Kind.OFF, "劳动节", NOTICE));
        }
        days.add(new Day(LocalDate.of(2023, 12, 30), Kind.OFF, "元旦", NOTICE));
        days.add(new Day(LocalDate.of(2024, 2, 4), Kind.WORK, "", NOTICE));
        days.add(new Day(LocalDate.of(2024, 2, 18), Kind.WORK, "", NOTICE));
        return HolidayTable.of(days);
    }

    private static Ruling<DueDate> ask(String start, String period, CalendarPolicy policy) {
        return new WorkingCalendar(SPRING_2024, policy)
                .due(LocalDate.parse(start), StatutoryPeriod.parse(period).orElseThrow());
    }

    private static DueDate due(String start, String period) {
        return ask(start, period, CalendarPolicy.CIVIL_CODE).orThrow();
    }

    private static Bilingual said(DueDate due) {
        return WORDS.both(due.reason());
    }

    @Test
    void saysWhyALastDayMovedAndOnWhichGrounds() {
        DueDate due = due("2024-02-05", "P3M");
        assertThat(said(due))
                .isEqualTo(new Bilingual(
                        "自2024年2月5日起3个月，开始的当日不计入，期间的最后一日为2024年5月5日（星期日）；该日放假（劳动节，国办发明电〔2023〕7号），"
                                + "顺延至其后第一个工作日2024年5月6日（星期一）。",
                        "3 months from 5 February 2024, the start day not counted: the last day is Sunday, 5 May 2024;"
                                + " that day is a holiday (劳动节, 国办发明电〔2023〕7号), so it moves to the next working day,"
                                + " Monday, 6 May 2024."));
        assertThat(due.reason().grounds().stream().map(Citation::key))
                .containsExactly("CC:201(1)", "CC:202", "CC:203(1)");
    }

    @Test
    void saysWhichDaysOfRestWereLeftOut() {
        DueDate due = due("2024-02-05", "P7WD");
        assertThat(said(due).zh())
                .isEqualTo("自2024年2月5日起7个工作日，开始的当日不计入，只计工作日（其间休息日8天不计，调休上班1天计入），" + "期间的最后一日为2024年2月20日（星期二）。");
        assertThat(due.reason().grounds().stream().map(Citation::key))
                .containsExactly("CC:201(1)", "YC:calendar.working-days");
    }

    @Test
    void saysThatTheMonthHasNoSuchDay() {
        assertThat(said(due("2023-11-30", "P3M")).zh())
                .contains("到期月没有对应日，以月末日为准")
                .contains("2024年2月29日");
    }

    @Test
    void aBackwardPeriodMovesBackSoThatEnoughTimeIsLeft() {
        DueDate due = due("2024-05-20", "-P15D");
        assertThat(due.due()).isEqualTo("2024-04-30");
        assertThat(said(due).zh()).contains("最迟为2024年5月5日（星期日）", "提前至其前最后一个工作日2024年4月30日");
        assertThat(due.reason().grounds().stream().map(Citation::key)).contains("YC:calendar.backward");
    }

    @ParameterizedTest(name = "{0} {1} needs {2}")
    @CsvSource({"2024-11-05,P3M,2025", "2024-12-30,P5WD,2025", "2022-11-30,P1D,2022", "2025-01-03,-P10WD,2025"})
    void refusesAYearWithoutATableByItsName(String start, String period, String year) {
        assertThatThrownBy(() -> ask(start, period, CalendarPolicy.CIVIL_CODE).orThrow())
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.reasons()).hasSize(1);
                    assertThat(refused.reasons().getFirst().facts().get("years"))
                            .isEqualTo(List.of(year));
                    assertThat(WORDS.say(Language.ZH, refused.reasons().getFirst()))
                            .contains("没有" + year + "年的放假安排");
                });
    }

    @Test
    void namesEveryYearThatIsMissing() {
        assertThatThrownBy(() ->
                        ask("2024-12-30", "P300WD", CalendarPolicy.CIVIL_CODE).orThrow())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(
                                        refused.reasons().getFirst().facts().get("years"))
                                .isEqualTo(List.of("2025", "2026")));
    }

    /** The days before a new year are published with it and say nothing of the old year. */
    @Test
    void daysBeforeNewYearDoNotStandForTheirYear() {
        assertThat(SPRING_2024.years()).containsExactly(2024);
        assertThat(due("2023-12-29", "P1M").due()).isEqualTo("2024-01-29");
        assertThatThrownBy(() -> due("2023-12-20", "P1D")).isInstanceOf(RefusedException.class);
    }

    @Test
    void makesDoWithWeekendsOnlyWhereAskedAndSaysSo() {
        CalendarPolicy weekends =
                new CalendarPolicy(false, Roll.ONWARD, CalendarPolicy.CIVIL_CODE.weekend(), MissingYear.WEEKENDS);
        DueDate due = ask("2024-11-01", "P3M", weekends).orThrow();
        assertThat(due.due()).isEqualTo("2025-02-03");
        assertThat(said(due).zh()).endsWith("2025年没有放假安排，只按周末计算。");
        assertThat(due.reason().grounds().stream().map(Citation::key)).contains("YC:calendar.weekends");
    }

    @ParameterizedTest(name = "{0} {1} moved {2} is {3}")
    @CsvSource({
        "2024-02-05,P3M,NEXT,2024-05-06",
        "2024-02-05,P3M,PREVIOUS,2024-04-30",
        "2024-02-05,P3M,NONE,2024-05-05",
        "2024-05-20,-P15D,NEXT,2024-05-06",
        "2024-05-20,-P15D,PREVIOUS,2024-04-30",
        "2024-05-20,-P15D,NONE,2024-05-05",
        "2024-02-17,P0D,ONWARD,2024-02-18",
        "2024-02-17,-P0D,ONWARD,2024-02-09"
    })
    void movesAsThePolicySays(String start, String period, Roll roll, String due) {
        CalendarPolicy policy =
                new CalendarPolicy(false, roll, CalendarPolicy.CIVIL_CODE.weekend(), MissingYear.REFUSE);
        assertThat(ask(start, period, policy).orThrow().due()).isEqualTo(due);
    }

    /** The period is the start day and what follows; it ends the day before the corresponding one. */
    @ParameterizedTest(name = "{0} {1} ends {2}")
    @CsvSource({
        "2024-03-01,P1M,2024-03-31",
        "2024-01-31,P1M,2024-02-29",
        "2024-01-31,P1M5D,2024-03-05",
        "2024-03-31,-P1M,2024-03-01",
        "2024-03-15,-P1M,2024-02-16",
        "2024-03-04,P5D,2024-03-08",
        "2024-03-08,-P5D,2024-03-04",
        "2024-02-29,P1Y,2025-02-28",
        "2024-03-04,P5WD,2024-03-08",
        "2024-03-03,P5WD,2024-03-08",
        "2024-03-08,-P5WD,2024-03-04",
        "2024-03-04,P0D,2024-03-04"
    })
    void countsTheStartDayWhereThePolicySays(String start, String period, String ends) {
        CalendarPolicy policy =
                new CalendarPolicy(true, Roll.NONE, CalendarPolicy.CIVIL_CODE.weekend(), MissingYear.REFUSE);
        assertThat(ask(start, period, policy).orThrow().ends()).isEqualTo(ends);
    }

    @Test
    void aWeekendOfOtherDays() {
        CalendarPolicy policy = new CalendarPolicy(
                false, Roll.ONWARD, Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), MissingYear.REFUSE);
        assertThat(ask("2024-03-05", "P3D", policy).orThrow().due()).isEqualTo("2024-03-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "-P",
                "3M",
                "P3",
                "PT3M",
                "P3m",
                "P1M7WD",
                "P7WD1D",
                "P-15D",
                "+P3M",
                "P1.5M",
                "P 3M",
                "P1000Y",
                "P3D2M",
                "P999999D",
                "--P3D",
                "P３M"
            })
    void readsNoOtherSpelling(String text) {
        assertThat(StatutoryPeriod.parse(text)).isEmpty();
    }

    @Test
    void writesPeriodsInBothLanguages() {
        assertThat(StatutoryPeriod.parse("P1Y2M").orElseThrow().written())
                .isEqualTo(new Bilingual("1年2个月", "1 year 2 months"));
        assertThat(StatutoryPeriod.parse("-P1WD").orElseThrow().written())
                .isEqualTo(new Bilingual("1个工作日", "1 working day"));
        assertThat(StatutoryPeriod.parse("P0D").orElseThrow().written()).isEqualTo(new Bilingual("当日", "the same day"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"9999-12-01,P1M", "0001-01-05,-P10D"})
    void leavesNeitherTheFirstNorTheLastYear(String start, String period) {
        CalendarPolicy policy = new CalendarPolicy(false, Roll.NONE, Set.of(), MissingYear.REFUSE);
        assertThatThrownBy(() -> ask(start, period, policy).orThrow())
                .isInstanceOf(RefusedException.class)
                .hasMessage("calendar.out-of-range");
    }
}
