package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Lamp;

/**
 * When a standing committee meets. A meeting is a session of the committee's body, with its own desk, sittings, questions
 * and papers. Every change is recorded as {@code Caller.current()}.
 */
public interface CommitteeMeetings {

    /** A congress's committee meets at least once every two months (OL 51(1)). */
    Citation RHYTHM = Citation.of(Law.ORGANIC, "51(1)");

    /**
     * A meeting to be convened.
     *
     * @param number 第N次会议, at least 1, not held before
     * @param heard items that are heard and deliberated, in order
     * @param voted items that are put to the vote, in order
     * @param mode how they are voted on
     */
    record NewMeeting(
            int number, Instant plannedAt, String hall, List<String> heard, List<String> voted, VotingMode mode) {
        public NewMeeting {
            heard = List.copyOf(heard);
            voted = List.copyOf(voted);
        }
    }

    /** A sitting of the committee, the session it belongs to, and what the meeting is called. */
    record Meeting(Sitting sitting, Optional<String> session, Bilingual name) {}

    /**
     * @param members in office
     * @param meetings in planned order
     * @param from the day from which the two months run: of the last meeting held, else of the members' election
     * @param until the last day for the next meeting
     * @param next the next meeting that is scheduled and not held yet
     * @param nextNumber the number that the next meeting would have
     * @param lamp how much of the two months is left today: a third or less is near; empty where no law sets them
     * @param gaps meetings held that came later than two months after the one before
     */
    record Calendar(
            Body committee,
            int members,
            List<Meeting> meetings,
            LocalDate from,
            LocalDate until,
            Optional<Meeting> next,
            int nextNumber,
            Optional<Lamp> lamp,
            long daysLeft,
            List<Gap> gaps) {}

    /** A meeting that came late. */
    record Gap(Meeting meeting, LocalDate before, LocalDate until) {}

    /** Convenes a meeting with its agenda; an extra meeting may be called at any time (OL 51(1)). */
    Ruling<Session> convene(String parent, NewMeeting meeting);

    /** Empty until the committee was formed. */
    Optional<Calendar> of(String parent);
}
