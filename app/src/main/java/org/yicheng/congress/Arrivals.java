package org.yicheng.congress;

import java.time.Instant;
import java.util.List;
import org.yicheng.rule.Ruling;

/** 报到: deputies arriving at their residence for the whole session. Not the sign-in of a sitting. */
public interface Arrivals {

    /**
     * One deputy's arrival.
     *
     * @param member number in the congress
     * @param at when it was first recorded
     * @param documents whether the meeting documents were handed over
     * @param card whether the card was handed over
     * @param room at the residence; empty string if none is needed
     */
    record Arrival(String member, Instant at, boolean documents, boolean card, String room) {}

    /** Records an arrival, or corrects it; refuses members who are not in office and sessions that are not registering. */
    Ruling<Arrival> arrive(String session, String member, boolean documents, boolean card, String room);

    /** All arrivals of a session, newest first. */
    List<Arrival> of(String session);
}
