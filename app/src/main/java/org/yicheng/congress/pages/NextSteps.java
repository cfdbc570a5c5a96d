package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** What the person at the desk can do now, the most useful first: only that one is the primary button. */
@Component
class NextSteps {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final SessionKinds kinds;

    NextSteps(Sessions sessions, Sittings sittings, Questions questions, SessionKinds kinds) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.kinds = kinds;
    }

    List<NextStep> of(Session session, Optional<Sitting> now, Caller caller) {
        return of(session, now, () -> now.map(sitting -> sittings.roll(sitting.id())), caller);
    }

    /** For a page that has counted the sitting's roll already. */
    List<NextStep> of(Session session, Optional<Sitting> now, Supplier<Optional<Roll>> roll, Caller caller) {
        List<NextStep> steps = new ArrayList<>();
        now.ifPresent(sitting -> steps.addAll(ofSitting(session, sitting, roll, caller)));
        if (caller.mayIn(session.body(), Permission.SITTING_PREPARE)) {
            steps.addAll(kinds.of(session).constituted() ? preparing(session, now) : preparingPlain(session, now));
        }
        if (caller.mayIn(session.body(), Permission.SESSION_MOVE)) {
            steps.addAll(moving(session));
        }
        return onePrimary(steps);
    }

    private static List<NextStep> onePrimary(List<NextStep> steps) {
        List<NextStep> ordered = new ArrayList<>(steps);
        for (int i = 0; i < ordered.size(); i++) {
            NextStep step = ordered.get(i);
            if (step.possible()
                    && !step.weight().equals("link")
                    && !step.weight().equals("grave")) {
                ordered.remove(i);
                ordered.addFirst(step.primary());
                break;
            }
        }
        ordered.sort(Comparator.comparing(step -> step.weight().equals("link")));
        return ordered;
    }

    private List<NextStep> ofSitting(Session session, Sitting sitting, Supplier<Optional<Roll>> roll, Caller caller) {
        List<NextStep> steps = new ArrayList<>();
        String path = "/sessions/" + session.id() + "/sittings/" + sitting.id();
        boolean moves = caller.mayIn(session.body(), Permission.SITTING_MOVE);
        boolean chairs = caller.mayIn(session.body(), Permission.QUESTION_MOVE);
        boolean byHand = caller.mayIn(session.body(), Permission.SIGN_IN_MANUAL);
        boolean waiting = sitting.state() == Sitting.State.SIGN_IN;
        boolean met = waiting && roll.get().filter(Roll::met).isPresent();
        if (moves && sitting.state() == Sitting.State.SCHEDULED) {
            steps.add(NextStep.post(path + "/open-sign-in", "congress.do-open-sign-in"));
        }
        if (moves && met && !chairs) {
            steps.add(NextStep.post(path + "/open", "congress.do-open"));
        }
        if (byHand && SessionNow.live(sitting)) {
            steps.add(NextStep.quiet(path + "/by-hand", "congress.do-by-hand"));
            steps.add(NextStep.quiet(path + "/leave", "congress.do-leave"));
        }
        if (moves && waiting && !met) {
            steps.add(NextStep.quiet(path + "/postpone", "congress.do-postpone").grave());
        }
        if (chairs && SessionNow.live(sitting)) {
            steps.addFirst(NextStep.quiet("/chair/" + sitting.id(), "congress.do-chair"));
        }
        if (caller.mayIn(session.body(), Permission.HANDS_ENTER) && SessionNow.live(sitting)) {
            questions.current(sitting.id()).flatMap(NextSteps::counting).ifPresent(steps::add);
        }
        if (caller.mayIn(session.body(), Permission.SIGN_IN_SEND) && SessionNow.live(sitting)) {
            steps.add(NextStep.link("/gate/" + sitting.id(), "congress.do-gate"));
        }
        if (caller.mayIn(session.body(), Permission.BOARD_SHOW)) {
            steps.add(NextStep.link("/board/" + sitting.id(), "congress.do-board"));
        }
        if (caller.mayIn(session.body(), Permission.SITTING_PREPARE)) {
            steps.add(NextStep.link("/sittings/" + sitting.id() + "/prepare", "congress.do-sitting"));
        }
        return steps;
    }

    /** What a teller has to type while a vote is open that no device takes. */
    private static Optional<NextStep> counting(Question question) {
        if (question.state() != Question.State.VOTING) {
            return Optional.empty();
        }
        return switch (question.mode()) {
            case SHOW_OF_HANDS -> Optional.of(NextStep.quiet("/tellers/" + question.id(), "congress.do-hands"));
            case ROLL_CALL -> Optional.of(NextStep.quiet("/calls/" + question.id(), "congress.do-call"));
            default -> Optional.empty();
        };
    }

    private List<NextStep> preparing(Session session, Optional<Sitting> now) {
        String path = "/sessions/" + session.id();
        boolean free =
                now.isEmpty() || now.get().closedAt().isPresent() || now.get().state() == Sitting.State.POSTPONED;
        List<NextStep> steps = new ArrayList<>();
        switch (session.state()) {
            case PLANNED -> steps.add(NextStep.quiet(path + "/roster/import", "congress.do-import"));
            case PREPARING -> {
                for (Office office : List.of(Office.PRESIDIUM, Office.SECRETARY_GENERAL)) {
                    if (sessions.seats(session.id(), office).isEmpty()) {
                        steps.add(NextStep.quiet(path + "/lists/" + office, "congress.do-list-" + office));
                    }
                }
            }
            case REGISTERING, POSTPONED -> {
                if (free || now.get().kind() == Sitting.Kind.PLENARY) {
                    steps.add(NextStep.quiet(path + "/meetings/preliminary", "congress.do-preliminary"));
                }
                steps.add(NextStep.quiet(path + "/registration", "congress.do-registration"));
            }
            case CONSTITUTED, IN_SESSION -> {
                // The presidium also meets while a plenary waits for it, to decide the validity of an election.
                if (free || now.get().kind() == Sitting.Kind.PLENARY) {
                    String word = missing(session).isEmpty() ? "congress.do-presidium-again" : "congress.do-presidium";
                    steps.add(NextStep.quiet(path + "/meetings/presidium", word));
                }
                if (free) {
                    steps.add(NextStep.quiet(path + "/meetings/plenary", "congress.do-plenary"));
                }
            }
            default -> {}
        }
        return steps;
    }

    /** Kinds without a preliminary meeting go straight to their plenaries. */
    private List<NextStep> preparingPlain(Session session, Optional<Sitting> now) {
        String path = "/sessions/" + session.id();
        boolean free =
                now.isEmpty() || now.get().closedAt().isPresent() || now.get().state() == Sitting.State.POSTPONED;
        List<NextStep> steps = new ArrayList<>();
        switch (session.state()) {
            case PLANNED -> steps.add(NextStep.quiet(path + "/roster", "congress.roster"));
            case CONVENED, REGISTERING, POSTPONED, IN_SESSION -> {
                boolean registers = kinds.of(session).path().contains(Session.State.REGISTERING);
                if (free && (session.state() != Session.State.CONVENED || !registers)) {
                    steps.add(NextStep.quiet(path + "/meetings/plenary", "congress.do-plenary"));
                }
                if (registers
                        && session.state() != Session.State.IN_SESSION
                        && session.state() != Session.State.CONVENED) {
                    steps.add(NextStep.quiet(path + "/registration", "congress.do-registration"));
                }
            }
            default -> {}
        }
        return steps;
    }

    /** What the presidium has not decided yet. */
    private Set<Decision> missing(Session session) {
        Set<Decision> made = sessions.decided(session.id()).stream()
                .filter(decided -> !decided.result().equals("REJECTED")
                        && !decided.result().equals("VOID"))
                .map(Sessions.Decided::what)
                .collect(Collectors.toSet());
        return kinds.of(session).decisions(Decision.Sitting.PRESIDIUM).stream()
                .filter(decision -> !made.contains(decision))
                .collect(Collectors.toSet());
    }

    private List<NextStep> moving(Session session) {
        List<NextStep> steps = new ArrayList<>();
        for (Sessions.Possible possible : sessions.possible(session.id())) {
            SessionStep step = possible.step();
            String word = "congress.step-" + step.name();
            if (!possible.against().isEmpty()) {
                steps.add(NextStep.blocked(word, possible.against()));
            } else if (step == SessionStep.CLOSE || step == SessionStep.ARCHIVE || step == SessionStep.SUSPEND) {
                steps.add(NextStep.quiet("/sessions/" + session.id() + "/steps/" + step, word)
                        .grave());
            } else {
                steps.add(NextStep.post("/sessions/" + session.id() + "/steps/" + step, word));
            }
        }
        return steps;
    }
}
