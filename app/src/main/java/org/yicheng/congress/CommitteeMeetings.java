package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Lamp;

/** The standing committee of a congress and when it meets. Every change is recorded as {@code Caller.current()}. */
public interface CommitteeMeetings {

    /** It meets at least once every two months (OL 51(1)). */
    Citation RHYTHM = Citation.of(Law.ORGANIC, "51(1)");

    /**
     * @param members in office
     * @param meetings in planned order
     * @param from the day from which the two months run: of the last meeting held, else of the members' election
     * @param until the last day for the next meeting
     * @param next the next meeting that is scheduled and not held yet
     * @param lamp how much of the two months is left today: a third or less is near
     * @param gaps meetings held that came later than two months after the one before
     */
    record Calendar(
            Body committee,
            int members,
            List<Sitting> meetings,
            LocalDate from,
            LocalDate until,
            Optional<Sitting> next,
            Lamp lamp,
            long daysLeft,
            List<Gap> gaps) {}

    /** A meeting that came late. */
    record Gap(Sitting meeting, LocalDate before, LocalDate until) {}

    /** Forms the standing committee of a congress from deputies in office. */
    Ruling<Body> form(String congress, List<String> members);

    /** Schedules its next meeting; an extra meeting may be called at any time (OL 51(1)). */
    Ruling<Sitting> schedule(String congress, Instant plannedAt, String hall);

    /** Empty until the committee was formed. */
    Optional<Calendar> of(String congress);
}
