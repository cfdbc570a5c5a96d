package org.yicheng.congress;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Session.State;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * A kind of session as data ({@code sessionkinds/<id>.yml}): which way it goes through the states, who presides, what
 * is prepared with it. A congress session is one kind; a CPPCC plenary and an association's general meeting are others.
 *
 * @param use when one chooses it, in a sentence
 * @param bodyKind the kind of body that holds it
 * @param ruleSet the rule set a new body of this kind decides by
 * @param path its states in order; side states (SUSPENDED, POSTPONED) are not on it
 * @param presidium the rule set of the presidium that a preliminary meeting elects; empty where there is none
 * @param decisions what its preliminary meeting and its presidium decide, in order
 * @param motions whether members file motions; a CPPCC knows proposals only
 * @param source where its way stands
 * @param meetings plenaries that are set up with the session; empty where meetings are set up step by step
 * @param schedule the draft of its schedule
 */
public record SessionKind(
        String id,
        Bilingual name,
        Bilingual use,
        Body.Kind bodyKind,
        String ruleSet,
        List<State> path,
        Presiding presiding,
        Optional<String> presidium,
        List<Decision> decisions,
        boolean motions,
        Citation source,
        List<Meeting> meetings,
        List<Item> schedule) {

    /** The kind of sessions that were planned before there were kinds. */
    public static final String CONGRESS = "cn-city-congress";

    /** Where special sessions stand: OL 14(3). */
    public static final Citation SPECIAL = Citation.of(Law.ORGANIC, "14(3)");

    /** Who presides over plenaries. */
    public enum Presiding {
        /** Executive chairs of the presidium, by a rota. */
        PRESIDIUM,
        /** The standing committee (CPPCC). */
        STANDING_COMMITTEE,
        /** The committee's chair, or a vice-chair whom the chair entrusts with it (OL 51(1)). */
        COMMITTEE_CHAIR,
        /** Whoever the by-laws name. */
        CHAIR
    }

    /** A plenary; {@code day} counts from 1, the day of opening. */
    public record Meeting(Bilingual name, int day, LocalTime time, List<Put> questions) {
        public Meeting {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question that is listed with a meeting.
     *
     * @param special the rule set's key of what it needs instead of the ordinary majority
     */
    public record Put(
            Question.Kind kind, Bilingual title, String text, Optional<VotingMode> mode, Optional<String> special) {}

    /** A line of the schedule; day 0 is the day before the opening. */
    public record Item(int day, LocalTime time, Bilingual title, String room) {}

    public SessionKind {
        path = List.copyOf(path);
        decisions = List.copyOf(decisions);
        meetings = List.copyOf(meetings);
        schedule = List.copyOf(schedule);
        if (path.isEmpty() || path.getFirst() != State.PLANNED || !path.contains(State.IN_SESSION)) {
            throw new IllegalArgumentException("a session goes from PLANNED to IN_SESSION, got " + path);
        }
        boolean constituted = path.contains(State.CONSTITUTED);
        if (constituted != presidium.isPresent() || constituted == decisions.isEmpty()) {
            throw new IllegalArgumentException(
                    "a kind that passes CONSTITUTED, and no other, has a presidium and its decisions, got " + id);
        }
    }

    /** Does a preliminary meeting elect a presidium first? */
    public boolean constituted() {
        return path.contains(State.CONSTITUTED);
    }

    /** Is it called only where the standing committee finds it necessary or one fifth of the deputies propose it? */
    public boolean special() {
        return source.equals(SPECIAL);
    }

    /** The state from which the session opens with its first plenary. */
    public State beforeOpening() {
        return path.get(path.indexOf(State.IN_SESSION) - 1);
    }

    /** From which states a step leads on in this kind; empty if the kind does not know the step. */
    public Set<State> from(SessionStep step) {
        return switch (step) {
            case SUSPEND, RESUME -> step.from();
            case POSTPONE -> postponable();
            case REGISTER -> with(before(step.to()), State.POSTPONED);
            // Where nobody reports in, a meeting that was put off is convened again.
            case CONVENE ->
                path.contains(State.REGISTERING) ? before(step.to()) : with(before(step.to()), State.POSTPONED);
            default -> before(step.to());
        };
    }

    /** Is it a session of a people's congress, to which the Organic Law and the Deputies Law apply? */
    public boolean congress() {
        return bodyKind == Body.Kind.CONGRESS;
    }

    /** Is it a meeting of a standing committee, convened from the committee's page? */
    public boolean committee() {
        return bodyKind == Body.Kind.STANDING_COMMITTEE;
    }

    /** Where a step stands: for a congress the law's article for it, else where this kind's way stands. */
    public Citation ground(SessionStep step) {
        return congress() ? step.ground() : source;
    }

    /** Where a decision stands, in the same way. */
    public Citation ground(Decision decision) {
        return congress() ? decision.ground() : source;
    }

    /** What one of the meetings before the first plenary decides. */
    public List<Decision> decisions(Decision.Sitting sitting) {
        return decisions.stream()
                .filter(decision -> decision.sitting() == sitting)
                .toList();
    }

    private Set<State> postponable() {
        Set<State> states = EnumSet.noneOf(State.class);
        for (State state : List.of(State.CONVENED, State.REGISTERING, State.PRELIMINARY)) {
            if (path.contains(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private Set<State> before(State to) {
        int at = path.indexOf(to);
        return at < 1 ? EnumSet.noneOf(State.class) : EnumSet.of(path.get(at - 1));
    }

    private static Set<State> with(Set<State> states, State more) {
        if (!states.isEmpty()) {
            states.add(more);
        }
        return states;
    }
}
