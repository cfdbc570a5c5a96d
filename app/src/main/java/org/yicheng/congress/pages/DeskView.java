package org.yicheng.congress.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionLimits;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.web.Phrases;
import org.yicheng.web.Shell;
import org.yicheng.web.Step;

/** The secretariat's desk for a session. */
public record DeskView(
        Session session,
        Body body,
        List<Sitting> sittings,
        Optional<Sitting> now,
        Optional<DeskRoll> roll,
        List<Sessions.Entered> entered,
        List<NextStep> steps,
        int due,
        int arrived,
        SessionKind kind,
        List<SessionLimits.Limit> limits)
        implements OfSession {

    /** The states on the line of the session, each with the step that leads there. */
    private static final Map<State, SessionStep> WAY = way();

    private static Map<State, SessionStep> way() {
        Map<State, SessionStep> way = new EnumMap<>(State.class);
        for (SessionStep step : List.of(
                SessionStep.CONVENE,
                SessionStep.PREPARE,
                SessionStep.REGISTER,
                SessionStep.BEGIN_PRELIMINARY,
                SessionStep.CONSTITUTE,
                SessionStep.OPEN,
                SessionStep.CLOSE,
                SessionStep.ARCHIVE)) {
            way.put(step.to(), step);
        }
        return way;
    }

    /** A heading that says where things stand: the sitting that runs, else the session's state. */
    public String title(Shell shell) {
        String what = now.filter(SessionNow::live)
                .map(sitting -> shell.say("congress.now-" + sitting.state(), "sitting", shell.say(sitting.name())))
                .orElseGet(() -> shell.say("congress.state-" + session.state()));
        return shell.say("congress.title-now", "session", Phrases.of(shell.say(session.shortName())), "what", what);
    }

    public List<Step> way(Shell shell) {
        State here = switch (session.state()) {
            case SUSPENDED -> State.IN_SESSION;
            case POSTPONED -> State.REGISTERING;
            default -> session.state();
        };
        List<Step> steps = new ArrayList<>();
        WAY.forEach((state, step) -> {
            if (!kind.path().contains(state)) {
                return;
            }
            Step.State where =
                    state.compareTo(here) < 0 ? Step.State.DONE : state == here ? Step.State.HERE : Step.State.AHEAD;
            steps.add(new Step(shell.say("congress.way-" + state), where, notes(shell, state, step, where)));
        });
        return steps;
    }

    private List<String> notes(Shell shell, State state, SessionStep step, Step.State where) {
        List<String> notes = new ArrayList<>();
        Optional<Instant> since = entered.stream()
                .filter(one -> one.state() == state)
                .map(Sessions.Entered::at)
                .reduce((_, last) -> last);
        if (where == Step.State.AHEAD) {
            notes.add(shell.say((kind.committee() ? "congress.ahead-committee-" : "congress.ahead-") + state));
        } else {
            since.ifPresent(at -> notes.add(shell.time().dayMinute(at)));
        }
        if (kind.congress() && step.ground().instrument().key().equals("OL")) {
            notes.add(shell.say("congress.article", "n", step.ground().provision()));
        }
        return notes;
    }

    /** Whose standing committee this session's page leads to: its own body's, or, in a committee's meeting, the parent's. */
    public Optional<String> committee() {
        if (kind.committee()) {
            return body.parent();
        }
        boolean has = body.kind() == Body.Kind.CONGRESS || body.kind() == Body.Kind.CPPCC;
        return has ? Optional.of(body.id()) : Optional.empty();
    }

    /** The congress whose resignations this session decides on. */
    public Optional<String> resigns() {
        boolean committee = body.ruleSet().equals("cn-standing-committee");
        return body.kind() == Body.Kind.CONGRESS
                ? Optional.of(body.id())
                : body.parent().filter(_ -> committee);
    }

    public String topic() {
        return "desk:" + now.map(Sitting::id).orElse(session.id());
    }
}
