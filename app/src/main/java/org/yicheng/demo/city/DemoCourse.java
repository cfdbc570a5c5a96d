package org.yicheng.demo.city;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Bilingual;

/**
 * The meetings of the demo session in their order, one prepared when the one before is over, until the session closes. The
 * days after the first presidium meeting are invented: the delegations deliberate, an election goes from its method to the
 * oath, the livelihood projects from their ballot's method to the proclamation.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoCourse {

    /** How long before a meeting its sign-in opens when nobody waits for the clock. */
    private static final Duration BEFORE = Duration.ofMinutes(3);

    private final DemoCity city;
    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final DemoDelegations delegations;
    private final CourseElection election;
    private final CourseProjects projects;
    private final CourseBallots ballots;
    private final Clock clock;

    DemoCourse(
            DemoCity city,
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            DemoDelegations delegations,
            CourseElection election,
            CourseProjects projects,
            CourseBallots ballots,
            Clock clock) {
        this.delegations = delegations;
        this.election = election;
        this.projects = projects;
        this.ballots = ballots;
        this.city = city;
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Prepares the meeting that follows {@code held} meetings, or closes the session after the last; call as the
     * secretariat.
     *
     * @return whether there was still something to do
     */
    boolean next(Session session, int held) {
        Script.Later later = city.script().demo().later();
        switch (held) {
            case 1 -> firstPresidium(session);
            case 2 -> plenary(session, 1);
            case 3 -> {
                forward(later.deliberation().at().toInstant());
                delegations.deliberate(session.id(), later.deliberation());
                ask(
                        presidium(session, later.presidium().getFirst().toInstant()),
                        Question.Kind.HEARING,
                        "听取各代表团审议情况的汇报（演示）");
            }
            case 4 -> {
                Sitting second = plenary(session, 2);
                election.propose(session, second);
                projects.propose(session, second);
            }
            case 5 -> {
                Sitting last = plenary(session, 3);
                projects.list(session);
                election.nominate(session);
                ballots.supervised(session, last);
                later.resolutions().forEach(title -> ask(last, Question.Kind.RESOLUTION, title));
            }
            default -> {
                return close(session);
            }
        }
        return true;
    }

    private boolean close(Session session) {
        if (session.state() != Session.State.IN_SESSION) {
            return false;
        }
        election.conclude(session);
        projects.conclude(session);
        sessions.take(session.id(), SessionStep.CLOSE).orThrow();
        return true;
    }

    private Sitting presidium(Session session, Instant at) {
        Sitting meeting = sessions.preparePresidium(session.id(), at, List.of()).orThrow();
        return sittings.namePresiding(meeting.id(), city.script().reported().presiding())
                .orThrow();
    }

    /** The presidium is called in to decide on a result; call as the secretariat. */
    void callPresidium(Session session) {
        Instant planned = city.script().demo().later().presidium().getLast().toInstant();
        Instant now = clock.instant();
        ballots.toPresidium(session, presidium(session, planned.isAfter(now) ? planned : now));
    }

    private Sitting plenary(Session session, int number) {
        Script.Later later = city.script().demo().later();
        Sitting meeting = sessions.preparePlenary(
                        session.id(), number, later.plenaries().get(number - 1).toInstant())
                .orThrow();
        String first = city.script().demo().executiveChairs().get(number - 1).getFirst();
        sittings.namePresiding(meeting.id(), city.name(first)).orThrow();
        later.hearings().get(number - 1).forEach(title -> ask(meeting, Question.Kind.HEARING, title));
        return meeting;
    }

    private void ask(Sitting sitting, Question.Kind kind, String title) {
        questions.list(new Questions.NewQuestion(
                sitting.id(),
                kind,
                new Bilingual(title, title),
                title,
                sitting.subject(),
                VotingMode.ELECTRONIC_UNRECORDED));
    }

    private void firstPresidium(Session session) {
        Script.Demo demo = city.script().demo();
        String id = session.id();
        sessions.propose(id, Office.STANDING_CHAIR, 0, demo.standingChairs()).orThrow();
        sessions.propose(id, Office.DEPUTY_SECRETARY_GENERAL, 0, demo.deputySecretaries())
                .orThrow();
        for (int group = 0; group < demo.executiveChairs().size(); group++) {
            sessions.propose(
                            id,
                            Office.EXECUTIVE_CHAIR,
                            group + 1,
                            demo.executiveChairs().get(group))
                    .orThrow();
        }
        sessions.proposeDeadline(id, city.script().reported().motionDeadline().toInstant())
                .orThrow();
        Sitting meeting = sessions.preparePresidium(
                        id,
                        demo.presidiumAt().toInstant(),
                        city.script().wordings(city.script().reported().presidium()))
                .orThrow();
        sittings.namePresiding(meeting.id(), city.script().reported().presiding())
                .orThrow();
    }

    /** What lies between the meetings passes at once: the clock goes on to shortly before the next. */
    void toTheDoors(Sitting sitting) {
        forward(sitting.plannedAt().minus(BEFORE));
    }

    /** While people come, a minute passes with every step, to the planned beginning and not beyond. */
    void aMinute(Sitting sitting) {
        Instant next = clock.instant().plus(Duration.ofMinutes(1));
        forward(next.isBefore(sitting.plannedAt()) ? next : sitting.plannedAt());
    }

    private void forward(Instant to) {
        if (to.isAfter(clock.instant())) {
            DemoClock.set(clock, to);
        }
    }
}
