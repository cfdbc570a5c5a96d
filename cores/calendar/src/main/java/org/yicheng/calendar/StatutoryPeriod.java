package org.yicheng.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yicheng.rule.Bilingual;

/**
 * How long the law gives (期间): years, months, weeks and days, or a number of working days; counted forward from the
 * start or backward from it (会议举行的十五日前). Years and months are counted first, then weeks and days. Written as
 * ISO 8601 does, working days as {@code WD}, backward with a minus in front: {@code P3M}, {@code P1Y2M}, {@code P10D},
 * {@code P7WD}, {@code -P15D}, {@code PT24H}.
 *
 * @param workingDays stand alone: with them nothing else is counted
 * @param hours stand alone too: they run from an instant ({@link Hours}), not from a day
 */
public record StatutoryPeriod(
        boolean backward, int years, int months, int weeks, int days, int workingDays, int hours) {

    private static final Pattern CALENDAR =
            Pattern.compile("(-)?P(?:(\\d{1,3})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?");
    private static final Pattern WORKING = Pattern.compile("(-)?P(\\d{1,5})WD");
    private static final Pattern HOURS = Pattern.compile("(-)?PT(\\d{1,5})H");

    public StatutoryPeriod {
        if (years < 0 || months < 0 || weeks < 0 || days < 0 || workingDays < 0 || hours < 0) {
            throw new IllegalArgumentException("a period has no negative parts; its direction is backward or not");
        }
        if (workingDays > 0 && (years | months | weeks | days) != 0) {
            throw new IllegalArgumentException("working days stand alone in a period, got more beside them");
        }
        if (hours > 0 && (years | months | weeks | days | workingDays) != 0) {
            throw new IllegalArgumentException("hours stand alone in a period, got more beside them");
        }
    }

    /** A period in days or longer. */
    public StatutoryPeriod(boolean backward, int years, int months, int weeks, int days, int workingDays) {
        this(backward, years, months, weeks, days, workingDays, 0);
    }

    /** Months, forward. */
    public static StatutoryPeriod ofMonths(int months) {
        return new StatutoryPeriod(false, 0, months, 0, 0, 0);
    }

    /** Calendar days, forward. */
    public static StatutoryPeriod ofDays(int days) {
        return new StatutoryPeriod(false, 0, 0, 0, days, 0);
    }

    /** Working days, forward. */
    public static StatutoryPeriod ofWorkingDays(int days) {
        return new StatutoryPeriod(false, 0, 0, 0, 0, days);
    }

    /** Hours, forward. */
    public static StatutoryPeriod ofHours(int hours) {
        return new StatutoryPeriod(false, 0, 0, 0, 0, 0, hours);
    }

    /**
     * Reads {@code P3M}, {@code P1Y2M}, {@code P2W}, {@code P10D}, {@code P7WD}, {@code -P15D}, {@code PT24H}; empty for
     * all else.
     */
    public static Optional<StatutoryPeriod> parse(String text) {
        Matcher working = WORKING.matcher(text);
        if (working.matches()) {
            return Optional.of(new StatutoryPeriod(working.group(1) != null, 0, 0, 0, 0, number(working, 2)));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return Optional.of(new StatutoryPeriod(hours.group(1) != null, 0, 0, 0, 0, 0, number(hours, 2)));
        }
        Matcher calendar = CALENDAR.matcher(text);
        if (!calendar.matches() || text.endsWith("P")) {
            return Optional.empty();
        }
        return Optional.of(new StatutoryPeriod(
                calendar.group(1) != null,
                number(calendar, 2),
                number(calendar, 3),
                number(calendar, 4),
                number(calendar, 5),
                0));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The day itself? */
    public boolean isZero() {
        return (years | months | weeks | days | workingDays | hours) == 0;
    }

    /** Counted from an instant? */
    public boolean inHours() {
        return hours > 0;
    }

    boolean inMonths() {
        return (years | months) != 0;
    }

    /** 3个月, 7个工作日, 1年2个月; 3 months, 7 working days, 1 year 2 months. Without its direction. */
    public Bilingual written() {
        if (isZero()) {
            return new Bilingual("当日", "the same day");
        }
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        say(zh, en, years, "年", "year");
        say(zh, en, months, "个月", "month");
        say(zh, en, weeks, "周", "week");
        say(zh, en, days, "日", "day");
        say(zh, en, workingDays, "个工作日", "working day");
        say(zh, en, hours, "小时", "hour");
        return new Bilingual(String.join("", zh), String.join(" ", en));
    }

    private static void say(List<String> zh, List<String> en, int number, String zhUnit, String enUnit) {
        if (number > 0) {
            zh.add(number + zhUnit);
            en.add(number + " " + enUnit + (number == 1 ? "" : "s"));
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String sign = backward ? "-P" : "P";
        if (workingDays > 0) {
            return sign + workingDays + "WD";
        }
        if (hours > 0) {
            return sign + "T" + hours + "H";
        }
        if (isZero()) {
            return sign + "0D";
        }
        return sign + part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D");
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
