package org.yicheng.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.yicheng.rule.Language;

/** Dates and times as pages write them (GB/T 15835-2011: no leading zeros in dates). */
public record Moments(ZoneId zone, Language language) {

    /** 15:04. */
    public String minute(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /** 15:04:05. */
    public String second(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return "%02d:%02d:%02d".formatted(local.getHour(), local.getMinute(), local.getSecond());
    }

    /** 1月28日; 28 January. */
    public String day(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return language == Language.ZH
                ? local.getMonthValue() + "月" + local.getDayOfMonth() + "日"
                : local.getDayOfMonth() + " " + month(local);
    }

    /** 2024年1月28日; 28 January 2024. */
    public String fullDay(Instant at) {
        int year = at.atZone(zone).getYear();
        return language == Language.ZH ? year + "年" + day(at) : day(at) + " " + year;
    }

    /** 1月28日（星期日）12:00; Sunday 28 January, 12:00. Deadlines always show the weekday. */
    public String deadline(Instant at) {
        String weekday = at.atZone(zone).getDayOfWeek().getDisplayName(TextStyle.FULL, locale());
        return language == Language.ZH
                ? day(at) + "（" + weekday + "）" + minute(at)
                : weekday + " " + day(at) + ", " + minute(at);
    }

    /** 1月26日 15:00; 26 January, 15:00. */
    public String dayMinute(Instant at) {
        return language == Language.ZH ? day(at) + minute(at) : day(at) + ", " + minute(at);
    }

    /** 2024-01-28T12:00:00+08:00, for {@code datetime} attributes and data. */
    public String iso(Instant at) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }

    private String month(ZonedDateTime local) {
        return local.getMonth().getDisplayName(TextStyle.FULL, locale());
    }

    private Locale locale() {
        return language.locale();
    }
}
