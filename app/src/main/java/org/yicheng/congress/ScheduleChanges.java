package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.rule.Ruling;

/**
 * Changes of a schedule that is decided: drafted by the secretariat, decided by the presidium. Adopted, a change takes
 * effect with the presidium's vote, and calendars and papers show the new schedule.
 */
public interface ScheduleChanges {

    /**
     * A change.
     *
     * @param number from 1 within the session
     * @param items the whole schedule as it would be, in order of time
     * @param base how many changes the schedule had when this one was drafted
     * @param question the question by which it was put; empty while it is a draft
     * @param result ADOPTED or REJECTED, once the presidium has decided
     */
    record Proposed(
            int number,
            Instant at,
            String reason,
            List<Item> items,
            int base,
            Optional<UUID> question,
            Optional<String> result) {}

    /**
     * Drafts a change, or drafts it anew. Refuses before the presidium has decided the schedule, while a change is
     * before the presidium, and what changes nothing.
     */
    Ruling<Proposed> draft(String session, List<Item> items, String reason);

    /** Puts the draft to a meeting of the presidium; refuses one that was drafted on an older schedule. */
    Ruling<Question> put(String session, String sitting);

    /** What is drafted or before the presidium; empty once it is decided. */
    Optional<Proposed> open(String session);

    /** Whether the presidium has a change before it: then nobody adjusts the schedule. */
    boolean beforePresidium(String session);

    /** All of them, newest first. */
    List<Proposed> of(String session);
}
