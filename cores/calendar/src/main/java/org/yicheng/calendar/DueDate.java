package org.yicheng.calendar;

import java.time.LocalDate;
import org.yicheng.rule.Phrase;

/**
 * The last day of a period, and why it is that day.
 *
 * @param ends the last day as counted, before it was moved off a day of rest
 * @param due the last day; in time until it ends (Civil Code art. 203(2))
 * @param reason from which day how long, what was left out, what was moved, on which grounds
 */
public record DueDate(LocalDate start, StatutoryPeriod period, LocalDate ends, LocalDate due, Phrase reason) {

    /** Was the last day moved off a day of rest? */
    public boolean rolled() {
        return !ends.equals(due);
    }
}
