package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Bilingual;

class OfficialDateTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OfficialDate NOON = OfficialDate.of(Instant.parse("2024-01-28T04:00:00Z"), SHANGHAI);

    @Test
    void writesADayWithoutLeadingZeros() {
        assertThat(NOON.day()).isEqualTo(new Bilingual("2024年1月28日", "28 January 2024"));
        assertThat(OfficialDate.day(LocalDate.of(2024, 2, 3))).isEqualTo(new Bilingual("2024年2月3日", "3 February 2024"));
    }

    @Test
    void writesAFullHourWithoutMinutes() {
        assertThat(NOON.official()).isEqualTo(new Bilingual("2024年1月28日12时", "28 January 2024, 12:00"));
        assertThat(NOON.officialInYear()).isEqualTo(new Bilingual("1月28日12时", "28 January, 12:00"));
    }

    @Test
    void writesMinutesWhereThereAreAny() {
        OfficialDate early = OfficialDate.of(Instant.parse("2024-01-28T01:05:59Z"), SHANGHAI);
        assertThat(early.official().zh()).isEqualTo("2024年1月28日9时5分");
        assertThat(early.time()).isEqualTo("09:05");
        assertThat(early.moment()).isEqualTo(new Bilingual("2024年1月28日 09:05", "28 January 2024, 09:05"));
    }

    @Test
    void namesTheWeekdayWithADeadline() {
        assertThat(NOON.withWeekday())
                .isEqualTo(new Bilingual("2024年1月28日（星期日）12:00", "Sunday, 28 January 2024, 12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-22, 星期一, Monday", "2024-01-23, 星期二, Tuesday", "2024-01-24, 星期三, Wednesday",
        "2024-01-25, 星期四, Thursday", "2024-01-26, 星期五, Friday", "2024-01-27, 星期六, Saturday",
        "2024-01-28, 星期日, Sunday"
    })
    void knowsTheWeek(LocalDate day, String zh, String en) {
        assertThat(new OfficialDate(day.atStartOfDay(SHANGHAI)).weekday()).isEqualTo(new Bilingual(zh, en));
    }

    /** The same instant is another day elsewhere. */
    @Test
    void readsInTheZonePassedIn() {
        Instant late = Instant.parse("2024-01-28T17:00:00Z");
        assertThat(OfficialDate.of(late, SHANGHAI).official().zh()).isEqualTo("2024年1月29日1时");
        assertThat(OfficialDate.of(late, ZoneId.of("UTC")).official().zh()).isEqualTo("2024年1月28日17时");
    }

    @Test
    void writesDataWithItsOffset() {
        assertThat(NOON.data()).isEqualTo("2024-01-28T12:00:00+08:00");
        assertThat(OfficialDate.of(Instant.parse("2024-01-28T04:00:00Z"), ZoneId.of("UTC"))
                        .data())
                .isEqualTo("2024-01-28T04:00:00+00:00");
    }

    @Test
    void writesTheSameOnAMachineOfAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NOON.withWeekday().en()).isEqualTo("Sunday, 28 January 2024, 12:00");
            assertThat(NOON.data()).isEqualTo("2024-01-28T12:00:00+08:00");
        } finally {
            Locale.setDefault(before);
        }
    }
}
