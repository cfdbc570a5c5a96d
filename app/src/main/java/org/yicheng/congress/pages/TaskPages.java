package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;

/** What waits for whom, read off the state of each session: nothing is kept beside it that could disagree. */
@Controller
public class TaskPages {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final NextSteps steps;
    private final SessionKinds kinds;
    private final Pages pages;

    TaskPages(
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            NextSteps steps,
            SessionKinds kinds,
            Pages pages) {
        this.kinds = kinds;
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.steps = steps;
        this.pages = pages;
    }

    /** A session with whose turn it is and what this caller can do. */
    public record Turn(Session session, Optional<Sitting> sitting, String whose, String what, List<NextStep> steps)
            implements OfSession {}

    /** All turns. */
    public record TasksView(List<Turn> turns) {}

    @GetMapping("/tasks")
    @Needs(Permission.DESK_READ)
    View tasks() {
        List<Turn> turns = new ArrayList<>();
        for (Session session : sessions.all()) {
            if (Caller.current().mayIn(session.body(), Permission.DESK_READ)) {
                turns.add(turn(session));
            }
        }
        return pages.show("congress/tasks", new TasksView(turns));
    }

    private Turn turn(Session session) {
        Optional<Sitting> now = SessionNow.of(sittings.ofSubject(session.subject()));
        List<NextStep> own = steps.of(session, now, Caller.current()).stream()
                .filter(step -> step.possible() && !step.weight().equals("link"))
                .toList();
        Optional<Sitting> live = now.filter(SessionNow::live);
        if (live.isPresent()) {
            return ofSitting(session, live.get(), own);
        }
        return switch (session.state()) {
            case ARCHIVED -> new Turn(session, now, "nobody", "ARCHIVED", own);
            case PLANNED -> new Turn(session, now, "standing-committee", "PLANNED", own);
            default ->
                kinds.of(session).committee()
                        ? new Turn(session, now, "committee", "committee-" + session.state(), own)
                        : new Turn(session, now, "secretariat", session.state().name(), own);
        };
    }

    private Turn ofSitting(Session session, Sitting sitting, List<NextStep> own) {
        boolean met = sittings.roll(sitting.id()).met();
        String what = switch (sitting.state()) {
            case OPEN ->
                questions
                        .current(sitting.id())
                        .map(Question::state)
                        .map(state -> "question-" + state)
                        .orElse("sitting-OPEN");
            case SIGN_IN -> met ? "sitting-ready" : "sitting-SIGN_IN";
            default -> "sitting-" + sitting.state();
        };
        boolean chair = sitting.state() == Sitting.State.OPEN || sitting.state() == Sitting.State.PAUSED || met;
        return new Turn(session, Optional.of(sitting), chair ? "chair" : "secretariat", what, own);
    }
}
