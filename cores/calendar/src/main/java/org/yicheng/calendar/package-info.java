/**
 * Deadlines and dates as the law counts and writes them: {@link org.yicheng.calendar.Deadline} includes its last
 * instant; {@link org.yicheng.calendar.OfficialDate} writes an instant in a given time zone as Chinese official text,
 * screens and English text have it. No clock inside: every instant is passed in.
 */
package org.yicheng.calendar;
