package org.yicheng.calendar;

import java.time.ZonedDateTime;

/** Dates and times as official Chinese writing has them: no leading zeros, full year (GB/T 15835-2011). */
public final class OfficialDate {

    private OfficialDate() {}

    /** 2024年1月28日. */
    public static String day(ZonedDateTime at) {
        return at.getYear() + "年" + at.getMonthValue() + "月" + at.getDayOfMonth() + "日";
    }
}
