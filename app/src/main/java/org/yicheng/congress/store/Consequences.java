package org.yicheng.congress.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.AssemblyEvent.SittingOpened;
import org.yicheng.assembly.AssemblyEvent.SittingPostponed;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.SittingGuard;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.CommitteeMeetings;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;

/** What the kernel's events mean for a session, in the transaction of the event: decided is done. */
@Component
class Consequences implements SittingGuard {

    private static final String PREFIX = "congress:";

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Committees committees;
    private final Accounts accounts;
    private final Windows windows;
    private final SessionKinds kinds;
    private final Clock clock;

    Consequences(
            JdbcClient jdbc,
            Sessions sessions,
            Sittings sittings,
            Bodies bodies,
            @org.springframework.context.annotation.Lazy Committees committees,
            Accounts accounts,
            Windows windows,
            SessionKinds kinds,
            Clock clock) {
        this.windows = windows;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.sittings = sittings;
        this.sessions = sessions;
        this.bodies = bodies;
        this.committees = committees;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        String subject = event.question().subject();
        if (!subject.startsWith(PREFIX)) {
            return;
        }
        Optional<Answered> answered = answered(event.question());
        if (answered.isEmpty()) {
            return;
        }
        Session session = answered.get().session();
        Decision decision = answered.get().decision();
        jdbc.sql("""
                        insert into congress.decision (session, what, question, result, decided_at)
                        values (:session, :what, :question, :result, :at)
                        on conflict (session, what) do update
                           set question = excluded.question, result = excluded.result, decided_at = excluded.decided_at
                        """)
                .param("session", session.id())
                .param("what", decision.name())
                .param("question", event.question().id())
                .param("result", event.outcome().result().name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (event.outcome().result() == Outcome.Result.ADOPTED) {
            takesEffect(session, decision);
        }
    }

    /** A session's decision that was put in the meeting that has to decide it. */
    private record Answered(Session session, Decision decision) {}

    /** Anybody who lists questions can write any subject: it counts only in the session's own meeting of the right kind. */
    private Optional<Answered> answered(Question question) {
        String[] parts = question.subject().split(":", 3);
        Optional<Decision> decision = parts.length < 3
                ? Optional.empty()
                : Arrays.stream(Decision.values())
                        .filter(one -> one.name().equals(parts[2]))
                        .findFirst();
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        Sitting.Kind kind = decision.get().sitting() == Decision.Sitting.PRESIDIUM
                ? Sitting.Kind.PRESIDIUM
                : Sitting.Kind.PRELIMINARY;
        return sessions.byId(parts[1])
                .filter(session -> kinds.of(session).decisions().contains(decision.get()))
                .filter(session -> sittings.byId(question.sitting())
                        .filter(sitting ->
                                sitting.kind() == kind && sitting.subject().equals(session.subject()))
                        .isPresent())
                .map(session -> new Answered(session, decision.get()));
    }

    private void takesEffect(Session session, Decision decision) {
        switch (decision) {
            case PRESIDIUM -> {
                formPresidium(session);
                giveApproval(session, Office.SECRETARY_GENERAL);
                constituteIfComplete(session.id());
            }
            case DEPUTY_SECRETARIES -> giveApproval(session, Office.DEPUTY_SECRETARY_GENERAL);
            case AGENDA -> constituteIfComplete(session.id());
            case MOTION_DEADLINE -> setMotionDeadline(session);
            default -> {} // the decision row says it; pages and papers read it
        }
    }

    private void setMotionDeadline(Session session) {
        jdbc.sql("update congress.session set motion_deadline = proposed_deadline where id = :id")
                .param("id", session.id())
                .update();
        windows.end(
                session.subject(),
                Window.MOTION,
                session.proposedDeadline().orElseThrow(),
                Decision.MOTION_DEADLINE.ground());
    }

    /** 秘书长、副秘书长 approve what the secretariat issues. */
    private void giveApproval(Session session, Office office) {
        List<java.util.UUID> approving = sessions.seats(session.id(), office).stream()
                .flatMap(seat -> accounts.byPerson(seat.member().person()).stream())
                .map(Accounts.Account::id)
                .toList();
        if (!approving.isEmpty()) {
            accounts.giveRoles(approving, Role.SECRETARY_GENERAL, session.body());
        }
    }

    /** The presidium becomes a body of its own: the same persons, the same cards, its own roll. */
    private void formPresidium(Session session) {
        String id = session.id() + "-presidium";
        if (bodies.byId(id).isPresent()) {
            return;
        }
        bodies.add(new Body(
                id,
                Body.Kind.PRESIDIUM,
                new Bilingual(
                        session.name().zh() + "主席团",
                        "Presidium of the " + session.name().en()),
                new Bilingual("主席团", "Presidium"),
                kinds.of(session).presidium().orElseThrow(),
                Optional.of(session.body()),
                session.demo()));
        List<NewMember> members = new ArrayList<>();
        for (Sessions.Seat seat : sessions.seats(session.id(), Office.PRESIDIUM)) {
            Member member = seat.member();
            members.add(new NewMember(
                    member.number(),
                    member.person(),
                    "",
                    member.electingUnit(),
                    Member.MandateStatus.IN_OFFICE,
                    clock.instant().atZone(clock.getZone()).toLocalDate(),
                    Optional.empty(),
                    Optional.empty(),
                    member.seat()));
        }
        bodies.enrol(id, members).orThrow();
        accounts.giveRoles(
                members.stream()
                        .flatMap(member -> accounts.byPerson(member.person()).stream())
                        .map(Accounts.Account::id)
                        .toList(),
                Role.MEMBER,
                id);
        jdbc.sql("update congress.session set presidium = :presidium where id = :id")
                .param("presidium", id)
                .param("id", session.id())
                .update();
    }

    private void constituteIfComplete(String id) {
        Set<Decision> needed = Set.of(Decision.PRESIDIUM, Decision.AGENDA);
        long adopted = sessions.decided(id).stream()
                .filter(decided ->
                        needed.contains(decided.what()) && decided.result().equals("ADOPTED"))
                .count();
        State state = sessions.byId(id).orElseThrow().state();
        if (adopted == needed.size() && state == State.PRELIMINARY) {
            sessions.take(id, SessionStep.CONSTITUTE).orThrow();
        }
    }

    private Optional<Session> of(Sitting sitting) {
        String prefix = "congress-session:";
        return sitting.subject().startsWith(prefix)
                ? sessions.byId(sitting.subject().substring(prefix.length()))
                : Optional.empty();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(SittingOpened event) {
        of(event.sitting()).ifPresent(session -> {
            switch (event.sitting().kind()) {
                case PRELIMINARY ->
                    sessions.take(session.id(), SessionStep.BEGIN_PRELIMINARY).orThrow();
                case PLENARY -> {
                    if (session.state() == kinds.of(session).beforeOpening()) {
                        sessions.take(session.id(), SessionStep.OPEN).orThrow();
                    }
                }
                default -> {}
            }
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void postponed(SittingPostponed event) {
        of(event.sitting())
                .filter(session -> opens(session, event.sitting()))
                .ifPresent(session ->
                        sessions.take(session.id(), SessionStep.POSTPONE).orThrow());
    }

    /** Does the session stand or fall with this meeting: the preliminary one, else the first plenary? */
    private boolean opens(Session session, Sitting sitting) {
        SessionKind kind = kinds.of(session);
        return kind.constituted()
                ? sitting.kind() == Sitting.Kind.PRELIMINARY
                : sitting.kind() == Sitting.Kind.PLENARY && session.state() == kind.beforeOpening();
    }

    @Override
    public List<Refusal> beforeOpening(Sitting sitting) {
        return of(sitting)
                .map(session -> switch (sitting.kind()) {
                    case PRELIMINARY -> inState(session, SessionStep.BEGIN_PRELIMINARY, State.REGISTERING);
                    case PLENARY -> plenaryFaults(session, sitting);
                    default -> List.<Refusal>of();
                })
                .orElse(List.of());
    }

    private List<Refusal> inState(Session session, SessionStep step, State... allowed) {
        return List.of(allowed).contains(session.state())
                ? List.of()
                : List.of(Refusal.by(
                        kinds.of(session).ground(step),
                        "congress.session-state",
                        "session",
                        session.shortName(),
                        "state",
                        StateWord.of(session.state()),
                        "needed",
                        StateWord.all(List.of(allowed))));
    }

    /** No plenary before the presidium exists, and none without an executive chair who presides. */
    private List<Refusal> plenaryFaults(Session session, Sitting sitting) {
        SessionKind kind = kinds.of(session);
        List<Refusal> reasons =
                new ArrayList<>(inState(session, SessionStep.OPEN, kind.beforeOpening(), State.IN_SESSION));
        if (kind.presiding() == SessionKind.Presiding.COMMITTEE_CHAIR) {
            reasons.addAll(committeeChair(session, sitting));
        }
        if (kind.presiding() != SessionKind.Presiding.PRESIDIUM) {
            return reasons;
        }
        boolean presides = sessions.seats(session.id(), Office.EXECUTIVE_CHAIR).stream()
                .filter(seat -> seat.group() == sitting.number())
                .anyMatch(seat -> seat.member().name().equals(sitting.presiding()));
        boolean rota = sessions.decided(session.id()).stream()
                .anyMatch(decided ->
                        decided.what() == Decision.ROTA && decided.result().equals("ADOPTED"));
        if (!rota || !presides) {
            reasons.add(Refusal.by(
                    kind.ground(Decision.ROTA),
                    "congress.no-executive-chair",
                    "number",
                    sitting.number(),
                    "presiding",
                    sitting.presiding().isEmpty() ? "—" : sitting.presiding()));
        }
        return reasons;
    }

    /** OL 51(1): the chair presides, or a vice-chair whom the chair entrusts with it. */
    private List<Refusal> committeeChair(Session session, Sitting sitting) {
        String parent = bodies.byId(session.body()).flatMap(Body::parent).orElse("");
        boolean presides = committees.seats(parent).stream()
                .filter(seat -> seat.post().presides())
                .map(Committees.Seat::member)
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .anyMatch(member -> member.name().equals(sitting.presiding()));
        return presides
                ? List.of()
                : List.of(Refusal.by(
                        CommitteeMeetings.RHYTHM,
                        "congress.committee-no-chair",
                        "presiding",
                        sitting.presiding().isEmpty() ? "—" : sitting.presiding()));
    }
}
