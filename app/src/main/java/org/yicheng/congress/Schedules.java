package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/**
 * 日程: what a session deals with when. The secretariat drafts it, the presidium decides it, and then nobody changes it
 * but the presidium; its standing chairs may adjust it.
 */
public interface Schedules {

    int MOST_ITEMS = 100;

    /**
     * @param room where; empty string if it is not said
     * @param until how long; empty if it is not said
     * @param who for whom; empty: everybody
     */
    record Item(Instant at, Bilingual title, String room, Optional<Instant> until, Optional<String> who) {

        private static final List<String> PRESIDIUM = List.of("主席团", "presidium");

        public Item(Instant at, Bilingual title, String room) {
            this(at, title, room, Optional.empty(), Optional.empty());
        }

        /** Only the presidium is called to it: it stands in no other calendar. */
        public boolean presidiumOnly() {
            return who.filter(word -> PRESIDIUM.stream().anyMatch(word.strip()::equalsIgnoreCase))
                    .isPresent();
        }
    }

    /** Replaces the draft; refuses once the presidium has decided. Items come in order of time. */
    Ruling<List<Item>> propose(String session, List<Item> items);

    /**
     * Adjusts the decided schedule; for standing chairs only, with a reason, and not while a {@link ScheduleChanges
     * change} is before the presidium. What stood before is kept.
     */
    Ruling<List<Item>> adjust(String session, List<Item> items, String reason);

    /** The draft, or the schedule once it is decided. */
    List<Item> of(String session);

    /** What was changed after the decision, newest first. */
    List<Change> changes(String session);

    /**
     * @param number from 1
     * @param byPresidium decided by the presidium; else adjusted by a standing chair
     */
    record Change(int number, Instant at, String reason, boolean byPresidium) {}

    /** Whether the caller may adjust the schedule: one of the standing chairs chosen by the presidium. */
    boolean mayAdjust(String session);
}
