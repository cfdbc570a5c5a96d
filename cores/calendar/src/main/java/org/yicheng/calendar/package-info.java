/**
 * Periods, deadlines and dates as the law counts and writes them. A {@link org.yicheng.calendar.WorkingCalendar} counts
 * a {@link org.yicheng.calendar.StatutoryPeriod} by a {@link org.yicheng.calendar.HolidayTable} and a
 * {@link org.yicheng.calendar.CalendarPolicy} and says why it ends on that day; {@link org.yicheng.calendar.Deadline}
 * includes its last instant; {@link org.yicheng.calendar.OfficialDate} writes a day or an instant as Chinese official
 * text, screens and English text have it. No clock inside: every instant is passed in.
 */
package org.yicheng.calendar;
