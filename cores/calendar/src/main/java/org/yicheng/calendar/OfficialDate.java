package org.yicheng.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.yicheng.rule.Bilingual;

/**
 * A date and time as official writing has them: Arabic digits, no leading zeros in dates, the full year, hours of a
 * day of 24 (GB/T 15835-2011). Seconds are never written; they are cut, not rounded.
 *
 * @param at the instant in the zone in which it is read, e.g. Asia/Shanghai
 */
public record OfficialDate(ZonedDateTime at) {

    private static final String[] WEEKDAYS = {"一", "二", "三", "四", "五", "六", "日"};

    /** An instant as read in a zone. */
    public static OfficialDate of(Instant at, ZoneId zone) {
        return new OfficialDate(at.atZone(zone));
    }

    /** 2024年1月28日; 28 January 2024. */
    public static Bilingual day(LocalDate day) {
        return new Bilingual(
                day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                dayAndMonth(day) + " " + day.getYear());
    }

    /** A last day, which always names the weekday: 2024年5月6日（星期一）; Monday, 6 May 2024. */
    public static Bilingual dayWithWeekday(LocalDate day) {
        Bilingual weekday = weekday(day.getDayOfWeek());
        return new Bilingual(day(day).zh() + "（" + weekday.zh() + "）", weekday.en() + ", " + day(day).en());
    }

    /** 星期日; Sunday. */
    public static Bilingual weekday(DayOfWeek day) {
        return new Bilingual("星期" + WEEKDAYS[day.getValue() - 1], day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    /** 2024年1月28日; 28 January 2024. */
    public Bilingual day() {
        return day(at.toLocalDate());
    }

    /** For screens: 2024年1月28日 12:00; 28 January 2024, 12:00. */
    public Bilingual moment() {
        return new Bilingual(day().zh() + " " + time(), day().en() + ", " + time());
    }

    /** For official text: 2024年1月28日12时, with minutes 2024年1月28日12时30分; 28 January 2024, 12:00. */
    public Bilingual official() {
        return new Bilingual(day().zh() + hour(), day().en() + ", " + time());
    }

    /** For official text where the year is clear: 1月28日12时; 28 January, 12:00. */
    public Bilingual officialInYear() {
        return new Bilingual(
                at.getMonthValue() + "月" + at.getDayOfMonth() + "日" + hour(),
                dayAndMonth(at.toLocalDate()) + ", " + time());
    }

    /** For deadlines, which always name the weekday: 2024年1月28日（星期日）12:00; Sunday, 28 January 2024, 12:00. */
    public Bilingual withWeekday() {
        return new Bilingual(
                day().zh() + "（" + weekday().zh() + "）" + time(), weekday().en() + ", " + day().en() + ", " + time());
    }

    /** 星期日; Sunday. */
    public Bilingual weekday() {
        return weekday(at.getDayOfWeek());
    }

    /** 12:00, 09:05. */
    public String time() {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
    }

    /** For data: 2024-01-28T12:00:00+08:00. */
    public String data() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .format(at);
    }

    private String hour() {
        return at.getHour() + "时" + (at.getMinute() == 0 ? "" : at.getMinute() + "分");
    }

    private static String dayAndMonth(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
