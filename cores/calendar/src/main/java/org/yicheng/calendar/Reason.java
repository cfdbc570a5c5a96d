package org.yicheng.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;

/** Says why a period ends on a day. */
record Reason(HolidayTable table, CalendarPolicy policy) {

    private static final Citation START = Citation.of(Law.CIVIL_CODE, "201(1)");
    private static final Citation MONTHS = Citation.of(Law.CIVIL_CODE, 202);
    private static final Citation LAST_DAY = Citation.of(Law.CIVIL_CODE, "203(1)");
    private static final Citation OTHERWISE = Citation.of(Law.CIVIL_CODE, 204);
    private static final Citation BACKWARD = Citation.of(Law.PRODUCT, "calendar.backward");
    private static final Citation WORKING = Citation.of(Law.PRODUCT, "calendar.working-days");
    private static final Citation WEEKENDS = Citation.of(Law.PRODUCT, "calendar.weekends");
    private static final Citation PAUSES = Citation.of(Law.PRODUCT, "calendar.pauses");
    private static final Citation POLICY = Citation.of(Law.PRODUCT, "calendar.policy");

    /**
     * What was met while counting.
     *
     * @param clipped the month has no corresponding day
     * @param skipped days of rest left out of working days
     * @param madeUp made-up working days counted
     * @param paused days that were not counted because the period stood still
     * @param unknown years taken by their weekends
     */
    record Facts(boolean clipped, int skipped, int madeUp, long paused, List<Integer> unknown) {}

    Phrase of(LocalDate start, StatutoryPeriod period, LocalDate ends, LocalDate due, Facts facts) {
        List<Citation> grounds = new ArrayList<>();
        Phrase counted = Phrase.of(
                "calendar." + (period.backward() ? "before" : "after") + (period.isZero() ? "-zero" : ""),
                "start",
                OfficialDate.day(start),
                "period",
                period.written(),
                "startDay",
                startDay(period, grounds),
                "how",
                how(period, facts, grounds),
                "paused",
                paused(facts, grounds),
                "ends",
                OfficialDate.dayWithWeekday(ends));
        Phrase moved = moved(period, ends, due, grounds);
        Phrase caveat = facts.unknown().isEmpty()
                ? Phrase.of("calendar.nothing")
                : Phrase.of(
                        "calendar.weekends-only",
                        "years",
                        facts.unknown().stream().map(String::valueOf).toList());
        if (!facts.unknown().isEmpty()) {
            grounds.add(WEEKENDS);
        }
        return Phrase.of("calendar.reason", "counted", counted, "moved", moved, "caveat", caveat)
                .on(grounds);
    }

    private Phrase startDay(StatutoryPeriod period, List<Citation> grounds) {
        if (!period.isZero()) {
            grounds.add(policy.startCounted() ? OTHERWISE : START);
        }
        return Phrase.of(policy.startCounted() ? "calendar.start-counted" : "calendar.start-not-counted");
    }

    private static Phrase paused(Facts facts, List<Citation> grounds) {
        if (facts.paused() == 0) {
            return Phrase.of("calendar.nothing");
        }
        grounds.add(PAUSES);
        return Phrase.of("calendar.paused", "days", facts.paused());
    }

    private static Phrase how(StatutoryPeriod period, Facts facts, List<Citation> grounds) {
        if (period.workingDays() > 0) {
            grounds.add(WORKING);
            return Phrase.of("calendar.working", "skipped", facts.skipped(), "madeUp", facts.madeUp());
        }
        if (period.inMonths()) {
            grounds.add(MONTHS);
        }
        return Phrase.of(facts.clipped() ? "calendar.no-corresponding-day" : "calendar.nothing");
    }

    private Phrase moved(StatutoryPeriod period, LocalDate ends, LocalDate due, List<Citation> grounds) {
        if (period.workingDays() > 0) {
            return Phrase.of("calendar.nothing");
        }
        boolean moved = !ends.equals(due);
        if (policy.roll() == CalendarPolicy.Roll.NONE) {
            grounds.add(POLICY);
            return Phrase.of("calendar.never-moved");
        }
        if (!moved) {
            return Phrase.of("calendar.not-moved");
        }
        grounds.add(groundOfMove(period, due.isAfter(ends)));
        return Phrase.of(
                due.isAfter(ends) ? "calendar.moved-on" : "calendar.moved-back",
                "rest",
                rest(ends),
                "due",
                OfficialDate.dayWithWeekday(due));
    }

    private Citation groundOfMove(StatutoryPeriod period, boolean on) {
        if (on && !period.backward()) {
            return LAST_DAY;
        }
        return policy.roll() == CalendarPolicy.Roll.ONWARD ? BACKWARD : POLICY;
    }

    /** Why nobody works that day. */
    private Phrase rest(LocalDate day) {
        return table.on(day)
                .map(listed -> {
                    String name = listed.name().isEmpty() ? "" : "-named";
                    String source = listed.source().isEmpty() ? "" : "-published";
                    return Phrase.of("calendar.off" + name + source, "name", listed.name(), "source", listed.source());
                })
                .orElseGet(() -> Phrase.of("calendar.weekend", "weekday", OfficialDate.weekday(day.getDayOfWeek())));
    }
}
