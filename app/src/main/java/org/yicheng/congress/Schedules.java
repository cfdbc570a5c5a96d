package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** 日程: what a session deals with when. The secretariat drafts it, the presidium decides it. */
public interface Schedules {

    int MOST_ITEMS = 100;

    /** @param room where; empty string if it is not said */
    record Item(Instant at, Bilingual title, String room) {}

    /** Replaces the draft; refuses once the presidium has decided. Items come in order of time. */
    Ruling<List<Item>> propose(String session, List<Item> items);

    /** The draft, or the schedule once it is decided. */
    List<Item> of(String session);
}
