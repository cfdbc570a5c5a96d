package org.yicheng.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** The sessions of congresses. Every change is recorded as {@code Caller.current()}. */
public interface Sessions {

    /** A session to be planned; see {@link Session}. */
    record NewSession(
            String id,
            String body,
            int number,
            Bilingual name,
            Bilingual shortName,
            LocalDate reportIn,
            LocalDate opening,
            String place,
            boolean demo) {}

    /** Plans a session of a congress. */
    Ruling<Session> plan(NewSession session);

    /** Plans a session of any {@link SessionKind}. */
    Ruling<Session> plan(NewSession session, String kind);

    Optional<Session> byId(String id);

    /** Newest opening first. */
    List<Session> all();

    /** Takes one step; refuses with every reason. */
    Ruling<Session> take(String id, SessionStep step);

    /** What a clerk can do now, each with its reasons against it (none = possible). */
    List<Possible> possible(String id);

    /** A step and what stands against it. */
    record Possible(SessionStep step, List<org.yicheng.rule.Refusal> against) {}

    /** When states were entered, oldest first. */
    List<Entered> entered(String id);

    /** A state and when it began. */
    record Entered(Session.State state, Instant at) {}

    /** Proposes who holds an office (member numbers in order); executive chairs by group from 1, others group 0. */
    Ruling<Session> propose(String id, Office office, int group, List<String> members);

    /** Proposes the deadline for deputies' motions to the presidium. */
    Ruling<Session> proposeDeadline(String id, Instant deadline);

    List<Seat> seats(String id, Office office);

    /** One on a list. */
    record Seat(Office office, int group, int place, Member member) {}

    /** Schedules the preliminary meeting and lists its questions. */
    Ruling<Sitting> preparePreliminary(String id, Instant plannedAt, List<Wording> wordings);

    /** Schedules the first presidium meeting and lists its questions; needs the presidium. */
    Ruling<Sitting> preparePresidium(String id, Instant plannedAt, List<Wording> wordings);

    /** Schedules a plenary; business waits until the session is constituted. */
    Ruling<Sitting> preparePlenary(String id, int number, Instant plannedAt);

    /** Schedules a plenary under a name of its own, e.g. 开幕会. */
    Ruling<Sitting> preparePlenary(String id, int number, Bilingual name, Instant plannedAt);

    /**
     * Lists a decision for a meeting that is set up already: forgotten before, or not adopted the first time. Refuses
     * what the meeting doesn't decide, what holds already, and a meeting that is over.
     */
    Ruling<Question> ask(String id, String sitting, Wording wording);

    /** How a decision is put: title and full text. */
    record Wording(Decision decision, Bilingual title, String text) {}

    List<Decided> decided(String id);

    /** A decision taken. */
    record Decided(Decision what, UUID question, String result, Instant at) {}

    /** Reports members in; numbers already there stay as they are. */
    Ruling<Integer> reportIn(String id, List<String> members);

    int reportedIn(String id);
}
