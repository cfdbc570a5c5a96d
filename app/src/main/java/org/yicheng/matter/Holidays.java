package org.yicheng.matter;

import java.time.Instant;
import java.util.List;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The holiday tables by which limits are counted: those that ship with the product, and those imported. */
public interface Holidays {

    /** Everything known, as the core counts by it. */
    HolidayTable table();

    /** The years covered, newest first. */
    List<Year> years();

    /** The days of a year that differ from the week, in order. */
    List<HolidayTable.Day> days(int year);

    /**
     * Reads and checks a file without storing anything: CSV or XLSX with columns {@code date}, {@code kind}
     * (OFF, WORK, 放假, 上班), optional {@code name}, {@code source}; or iCalendar with one all-day event a holiday.
     */
    Ruling<Preview> preview(byte[] content, String source);

    /**
     * Stores a file whole, or refuses it with every fault: each year it covers is replaced; then every running limit is
     * counted anew.
     */
    Ruling<Deadlines.Recomputation> take(byte[] content, String source);

    /** @param by account, or {@code system} for what ships with the product */
    record Year(int year, int off, int work, String source, Instant at, String by) {}

    /**
     * What a file would bring.
     *
     * @param years it would replace
     * @param added days listed anew, or differently
     * @param removed days of these years no longer listed
     * @param changed limits that would get another last day; {@code differences} shows the first of them
     */
    record Preview(
            String format,
            List<HolidayTable.Day> days,
            List<Integer> years,
            List<HolidayTable.Day> added,
            List<HolidayTable.Day> removed,
            int changed,
            List<Deadlines.Difference> differences,
            List<Fault> faults) {}

    /** @param row as a spreadsheet counts, the header being row 1; of a calendar the number of the event */
    record Fault(int row, Refusal reason) {}
}
