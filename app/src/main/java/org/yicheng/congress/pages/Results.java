package org.yicheng.congress.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Roll;
import org.yicheng.rule.Citation;

/** What a session has decided, with the meeting and the numbers. */
@Component
public class Results {

    private final Sessions sessions;
    private final Questions questions;
    private final Sittings sittings;
    private final Bodies bodies;
    private final SessionKinds kinds;

    Results(Sessions sessions, Questions questions, Sittings sittings, Bodies bodies, SessionKinds kinds) {
        this.kinds = kinds;
        this.sessions = sessions;
        this.questions = questions;
        this.sittings = sittings;
        this.bodies = bodies;
    }

    /**
     * One decision.
     *
     * @param quorum how many had to be present
     * @param ground where it stands that this meeting decides it
     * @param deadline the deadline it set, for the decision on the motion deadline
     */
    public record Result(
            Decision decision,
            Question question,
            Outcome outcome,
            Sitting sitting,
            int quorum,
            Citation ground,
            Optional<Instant> deadline) {

        /** 当选 for a list, 通过 for a text, 未通过, 无效, 已听取. */
        public String key() {
            boolean elected =
                    question.kind() == Question.Kind.LIST_ELECTION && outcome.result() == Outcome.Result.ADOPTED;
            return elected ? "congress.result-ELECTED" : "congress.result-" + outcome.result();
        }

        public boolean holds() {
            return outcome.result() == Outcome.Result.ADOPTED || outcome.result() == Outcome.Result.NOTED;
        }

        public boolean voted() {
            return outcome.result() != Outcome.Result.NOTED;
        }
    }

    /** In the order in which they were decided. */
    List<Result> of(Session session) {
        List<Result> results = new ArrayList<>();
        for (Sessions.Decided decided : sessions.decided(session.id())) {
            Optional<Question> question = questions.byId(decided.question());
            question.filter(found -> found.outcome().isPresent())
                    .flatMap(found ->
                            sittings.byId(found.sitting()).map(sitting -> result(session, decided, found, sitting)))
                    .ifPresent(results::add);
        }
        return results;
    }

    private Result result(Session session, Sessions.Decided decided, Question question, Sitting sitting) {
        Outcome outcome = question.outcome().orElseThrow();
        int quorum = bodies.rules(sitting.body())
                .quorum()
                .decide(new Roll(outcome.due(), Math.min(outcome.present(), outcome.due())))
                .threshold();
        Optional<Instant> deadline =
                decided.what() == Decision.MOTION_DEADLINE ? session.motionDeadline() : Optional.empty();
        return new Result(
                decided.what(),
                question,
                outcome,
                sitting,
                quorum,
                kinds.of(session).ground(decided.what()),
                deadline);
    }
}
