package org.yicheng.congress.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions.Wording;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Sets up the meetings of a session: a sitting of the right body with the questions it has to decide. */
@Component
class Meetings {

    private static final int MOST_PLENARIES = 20;
    private static final int LONGEST_TEXT = 20_000;

    private final Sittings sittings;
    private final Questions questions;
    private final Slates slates;
    private final Decisions decisions;
    private final SessionKinds kinds;

    Meetings(Sittings sittings, Questions questions, Slates slates, Decisions decisions, SessionKinds kinds) {
        this.kinds = kinds;
        this.sittings = sittings;
        this.questions = questions;
        this.slates = slates;
        this.decisions = decisions;
    }

    Ruling<Sitting> preliminary(Session session, Instant plannedAt, List<Wording> wordings) {
        long before = held(session, Sitting.Kind.PRELIMINARY);
        List<Refusal> reasons =
                new ArrayList<>(inState(session, EnumSet.of(State.PREPARING, State.REGISTERING, State.POSTPONED)));
        reasons.addAll(unfinished(session, Sitting.Kind.PRELIMINARY));
        reasons.addAll(wordingFaults(session, Decision.Sitting.PRELIMINARY, wordings));
        String suffix = before == 0 ? "" : "-" + (before + 1);
        return granted(
                reasons,
                session,
                wordings,
                new Sittings.NewSitting(
                        session.id() + "-preliminary" + suffix,
                        session.body(),
                        session.subject(),
                        Sitting.Kind.PRELIMINARY,
                        (int) before + 1,
                        new Bilingual("预备会议", "Preliminary meeting"),
                        session.place(),
                        plannedAt));
    }

    Ruling<Sitting> presidium(Session session, Instant plannedAt, List<Wording> wordings) {
        int number = (int) held(session, Sitting.Kind.PRESIDIUM) + 1;
        List<Refusal> reasons = new ArrayList<>(inState(session, EnumSet.of(State.CONSTITUTED, State.IN_SESSION)));
        if (session.presidium().isEmpty()) {
            reasons.add(Refusal.by(ground(session), "congress.no-presidium"));
        }
        reasons.addAll(unfinished(session, Sitting.Kind.PRESIDIUM));
        // A later meeting may have nothing of the first one's list: reports and results come to it as they arise.
        if (number == 1 || !wordings.isEmpty()) {
            reasons.addAll(wordingFaults(session, Decision.Sitting.PRESIDIUM, wordings));
        }
        return granted(
                reasons,
                session,
                wordings,
                new Sittings.NewSitting(
                        session.id() + "-presidium-" + number,
                        session.presidium().orElse(""),
                        session.subject(),
                        Sitting.Kind.PRESIDIUM,
                        number,
                        new Bilingual("主席团第" + ChineseNumerals.of(number) + "次会议", "Presidium meeting " + number),
                        session.place(),
                        plannedAt));
    }

    Ruling<Sitting> plenary(Session session, int number, Instant plannedAt) {
        Bilingual name = new Bilingual("第" + ChineseNumerals.of(number) + "次全体会议", "Plenary " + number);
        return plenary(session, number, name, plannedAt);
    }

    Ruling<Sitting> plenary(Session session, int number, Bilingual name, Instant plannedAt) {
        List<Refusal> reasons = new ArrayList<>();
        if (number < 1 || number > MOST_PLENARIES) {
            reasons.add(Refusal.at("number", "congress.plenary-number", "value", number, "most", MOST_PLENARIES));
        }
        if (sittings.byId(session.id() + "-plenary-" + number).isPresent()) {
            reasons.add(Refusal.at("number", "congress.plenary-twice", "value", number));
        }
        if (Set.of(State.CLOSED, State.ARCHIVED).contains(session.state())) {
            reasons.addAll(inState(session, EnumSet.range(State.PLANNED, State.IN_SESSION)));
        }
        return granted(
                reasons,
                session,
                List.of(),
                new Sittings.NewSitting(
                        session.id() + "-plenary-" + number,
                        session.body(),
                        session.subject(),
                        Sitting.Kind.PLENARY,
                        number,
                        name,
                        session.place(),
                        plannedAt));
    }

    /** Lists one decision for a meeting that is set up already: forgotten before, or not adopted the first time. */
    Ruling<Question> ask(Session session, Sitting sitting, Wording wording) {
        List<Refusal> reasons = new ArrayList<>();
        if (sitting.state() == Sitting.State.CLOSED || sitting.state() == Sitting.State.POSTPONED) {
            reasons.add(Refusal.by(
                    kinds.of(session).ground(wording.decision()), "congress.sitting-over", "sitting", sitting.name()));
        }
        Decision.Sitting which = switch (sitting.kind()) {
            case PRESIDIUM -> Decision.Sitting.PRESIDIUM;
            default -> Decision.Sitting.PRELIMINARY;
        };
        boolean wrongKind = sitting.kind() != Sitting.Kind.PRELIMINARY && sitting.kind() != Sitting.Kind.PRESIDIUM;
        if (wrongKind || wording.decision().sitting() != which) {
            reasons.add(wrongMeeting(List.of(wording.decision())));
        } else {
            reasons.addAll(wordingFaults(session, which, List.of(wording)));
        }
        return reasons.isEmpty() ? Ruling.granted(list(session, sitting, wording)) : Ruling.refused(reasons);
    }

    private Ruling<Sitting> granted(
            List<Refusal> reasons, Session session, List<Wording> wordings, Sittings.NewSitting plan) {
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Sitting sitting = sittings.schedule(plan);
        wordings.forEach(wording -> list(session, sitting, wording));
        return Ruling.granted(sitting);
    }

    private Question list(Session session, Sitting sitting, Wording wording) {
        return questions.list(new Questions.NewQuestion(
                sitting.id(),
                wording.decision().kind(),
                wording.title(),
                wording.text(),
                session.subject(wording.decision()),
                VotingMode.ELECTRONIC_UNRECORDED));
    }

    private long held(Session session, Sitting.Kind kind) {
        return sittings.ofSubject(session.subject()).stream()
                .filter(sitting -> sitting.kind() == kind)
                .count();
    }

    /** One meeting of a kind at a time: the one before must be over. */
    private List<Refusal> unfinished(Session session, Sitting.Kind kind) {
        return sittings.ofSubject(session.subject()).stream()
                .filter(sitting -> sitting.kind() == kind)
                .filter(sitting ->
                        sitting.state() != Sitting.State.CLOSED && sitting.state() != Sitting.State.POSTPONED)
                .map(sitting -> Refusal.plain("congress.sitting-twice", "sitting", sitting.name()))
                .toList();
    }

    /** Where it stands that a preliminary meeting comes first. */
    private Citation ground(Session session) {
        return kinds.of(session).ground(SessionStep.CONSTITUTE);
    }

    private List<Refusal> inState(Session session, Set<State> allowed) {
        return allowed.contains(session.state())
                ? List.of()
                : List.of(Refusal.by(
                        ground(session),
                        "congress.session-state",
                        "session",
                        session.shortName(),
                        "state",
                        StateWord.of(session.state()),
                        "needed",
                        StateWord.all(allowed)));
    }

    private static Refusal wrongMeeting(List<Decision> decisions) {
        return Refusal.at(
                "wordings",
                "congress.wrong-meeting",
                "decisions",
                decisions.stream()
                        .map(decision -> new DecisionWord(decision).name())
                        .toList());
    }

    private List<Refusal> wordingFaults(Session session, Decision.Sitting which, List<Wording> wordings) {
        List<Refusal> reasons = new ArrayList<>();
        SessionKind kind = kinds.of(session);
        List<Decision> wrong = wordings.stream()
                .map(Wording::decision)
                .filter(decision -> !kind.decisions(which).contains(decision))
                .toList();
        if (!wrong.isEmpty()) {
            reasons.add(wrongMeeting(wrong));
        }
        if (wordings.isEmpty()) {
            reasons.add(Refusal.at("wordings", "congress.wordings-missing"));
        }
        Set<Decision> made = decisions.made(session.id());
        Set<Decision> seen = EnumSet.noneOf(Decision.class);
        for (Wording wording : wordings) {
            Decision decision = wording.decision();
            Phrase name = new DecisionWord(decision).name();
            if (!seen.add(decision)) {
                reasons.add(Refusal.at("wordings", "congress.decision-twice", "decision", name));
            }
            if (made.contains(decision)) {
                reasons.add(Refusal.by(kind.ground(decision), "congress.decided-already", "decision", name));
            }
            if (wording.title().zh().isBlank()
                    || wording.text().isBlank()
                    || wording.text().length() > LONGEST_TEXT) {
                reasons.add(Refusal.at("wordings", "congress.text-missing", "decision", name, "most", LONGEST_TEXT));
            }
            reasons.addAll(unlisted(session, decision));
        }
        return reasons;
    }

    /** What is elected by a list needs the list, and the deadline needs an instant. */
    private List<Refusal> unlisted(Session session, Decision decision) {
        if (decision == Decision.MOTION_DEADLINE && session.proposedDeadline().isEmpty()) {
            return List.of(Refusal.at("wordings", "congress.deadline-missing"));
        }
        List<Refusal> reasons = new ArrayList<>();
        for (Office office : Office.values()) {
            OfficeWord word = new OfficeWord(office);
            if (word.decidedBy() == decision && slates.empty(session, office)) {
                reasons.add(
                        Refusal.by(kinds.of(session).ground(decision), "congress.list-missing", "office", word.name()));
            }
        }
        return reasons;
    }

    /** The sitting if it belongs to the session. */
    Optional<Sitting> of(Session session, String sitting) {
        return sittings.byId(sitting).filter(found -> found.subject().equals(session.subject()));
    }
}
