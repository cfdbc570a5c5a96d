package org.yicheng.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * Until when something is accepted. The instant itself is in time: received at 12:00:00 counts for a deadline of
 * 12:00, at 12:00:01 it does not.
 *
 * @param at the last instant in time
 * @param setBy who set it, e.g. 主席团第一次会议
 * @param source the rule by which it was set
 */
public record Deadline(Instant at, String setBy, Citation source) {

    public Deadline {
        if (setBy.isBlank()) {
            throw new IllegalArgumentException("a deadline names who set it, got a blank");
        }
    }

    /** Is something received at this instant in time? */
    public boolean accepts(Instant received) {
        return !received.isAfter(at);
    }

    /** How long is left; zero once it has passed. */
    public Duration left(Instant now) {
        return accepts(now) ? Duration.between(now, at) : Duration.ZERO;
    }

    /** With its weekday: 2024年1月28日（星期日）12:00. */
    public Bilingual written(ZoneId zone) {
        return OfficialDate.of(at, zone).withWeekday();
    }
}
