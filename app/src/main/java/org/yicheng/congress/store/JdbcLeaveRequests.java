package org.yicheng.congress.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.SittingOpened;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.LeaveRequests;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Requests for leave; approved leave is written into the roll of each sitting it covers. */
@Component
class JdbcLeaveRequests implements LeaveRequests {

    private static final Citation LEAVE = Citation.of(Law.DEPUTIES, 13);
    private static final int LONGEST = 500;
    private static final Set<Session.State> OVER = Set.of(Session.State.CLOSED, Session.State.ARCHIVED);

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Sessions sessions;
    private final Sittings sittings;
    private final SessionActs acts;
    private final Clock clock;

    JdbcLeaveRequests(
            JdbcClient jdbc, Bodies bodies, Sessions sessions, Sittings sittings, SessionActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sessions = sessions;
        this.sittings = sittings;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Request> ask(String session, UUID person, Optional<String> sitting, String reason) {
        Optional<Member> member = sessions.byId(session).flatMap(found -> bodies.memberOf(found.body(), person));
        return store(session, member, "", sitting, reason);
    }

    @Override
    @Transactional
    public Ruling<Request> enter(String session, String number, Optional<String> sitting, String reason) {
        Optional<Member> member = sessions.byId(session)
                .flatMap(found -> bodies.memberByNumber(found.body(), number))
                .filter(one -> one.status() != Member.MandateStatus.TERMINATED);
        return store(session, member, number, sitting, reason);
    }

    private Ruling<Request> store(
            String id, Optional<Member> member, String number, Optional<String> sitting, String reason) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (member.isEmpty()) {
            reasons.add(Refusal.at("member", "congress.not-in-office", "value", number));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            reasons.add(Refusal.at("reason", "congress.leave-reason", "value", reason.length(), "most", LONGEST));
        }
        if (OVER.contains(session.get().state())) {
            reasons.add(Refusal.by(
                    LEAVE,
                    "congress.leave-too-late",
                    "session",
                    session.get().shortName(),
                    "state",
                    StateWord.of(session.get().state())));
        }
        sitting.ifPresent(one -> reasons.addAll(sittingFaults(session.get(), one)));
        member.filter(one -> pending(id, one.number(), sitting))
                .ifPresent(one -> reasons.add(Refusal.by(LEAVE, "congress.leave-pending", "member", one.number())));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID request = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.leave_request (id, session, member, sitting, reason, asked_at, state)
                        values (:id, :session, :member, :sitting, :reason, :at, 'PENDING')
                        """)
                .param("id", request)
                .param("session", id)
                .param("member", member.orElseThrow().number())
                .param("sitting", sitting.orElse(null))
                .param("reason", reason)
                .param("at", now())
                .update();
        // The reason is about the person: it stays out of the record.
        acts.write(
                id,
                LEAVE,
                "congress.leave.ask",
                Map.of("member", member.orElseThrow().number()));
        return Ruling.granted(byId(request).orElseThrow());
    }

    private List<Refusal> sittingFaults(Session session, String id) {
        Optional<Sitting> sitting =
                sittings.byId(id).filter(one -> one.subject().equals(session.subject()));
        if (sitting.isEmpty()) {
            return List.of(Refusal.at("sitting", "congress.sitting-elsewhere", "value", id));
        }
        return sitting.get().closedAt().isEmpty()
                ? List.of()
                : List.of(Refusal.by(
                        LEAVE,
                        "congress.leave-sitting-over",
                        "sitting",
                        sitting.get().name()));
    }

    private boolean pending(String session, String member, Optional<String> sitting) {
        return of(session).stream()
                .filter(request ->
                        request.member().equals(member) && request.sitting().equals(sitting))
                .anyMatch(request -> request.state() == State.PENDING || request.state() == State.APPROVED);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    @Transactional
    public Ruling<Request> decide(UUID id, boolean approved, String answer) {
        return moved(id, (request, reasons) -> {
            if (!approved && answer.isBlank()) {
                reasons.add(Refusal.at("answer", "congress.leave-answer"));
            }
            if (answer.length() > LONGEST) {
                reasons.add(Refusal.at("answer", "congress.leave-reason", "value", answer.length(), "most", LONGEST));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            set(id, approved ? State.APPROVED : State.REFUSED, answer);
            if (approved) {
                Session session = sessions.byId(request.session()).orElseThrow();
                sittings.ofSubject(session.subject()).stream()
                        .filter(sitting -> sitting.closedAt().isEmpty())
                        .forEach(sitting -> grant(request, sitting));
            }
            acts.write(
                    request.session(),
                    LEAVE,
                    approved ? "congress.leave.approve" : "congress.leave.refuse",
                    Map.of("member", request.member()));
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    /** Only sittings of bodies the member belongs to: the presidium's too, if the member sits there. */
    private void grant(Request request, Sitting sitting) {
        boolean covered = request.sitting().map(sitting.id()::equals).orElse(true);
        if (covered && bodies.memberByNumber(sitting.body(), request.member()).isPresent()) {
            sittings.grantLeave(sitting.id(), request.member(), "congress.leave:" + request.id())
                    .orThrow();
        }
    }

    /** Sittings that were set up after the approval get it when they open. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(SittingOpened event) {
        String prefix = "congress-session:";
        if (event.sitting().subject().startsWith(prefix)) {
            of(event.sitting().subject().substring(prefix.length())).stream()
                    .filter(request -> request.state() == State.APPROVED)
                    .forEach(request -> grant(request, event.sitting()));
        }
    }

    @Override
    @Transactional
    public Ruling<Request> withdraw(UUID id, UUID person) {
        return moved(id, (request, reasons) -> {
            boolean own = sessions.byId(request.session())
                    .flatMap(session -> bodies.memberOf(session.body(), person))
                    .filter(member -> member.number().equals(request.member()))
                    .isPresent();
            if (!own) {
                return Ruling.refused(Refusal.plain("congress.leave.unknown", "value", id));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            set(id, State.WITHDRAWN, "");
            acts.write(request.session(), LEAVE, "congress.leave.withdraw", Map.of("member", request.member()));
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    private interface Move {
        Ruling<Request> apply(Request request, List<Refusal> reasons);
    }

    private Ruling<Request> moved(UUID id, Move move) {
        jdbc.sql("select 1 from congress.leave_request where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        Optional<Request> request = byId(id);
        if (request.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.leave.unknown", "value", id));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (request.get().state() != State.PENDING) {
            reasons.add(Refusal.by(
                    LEAVE, "congress.leave-decided", "member", request.get().member()));
        }
        return move.apply(request.get(), reasons);
    }

    private void set(UUID id, State state, String answer) {
        jdbc.sql("update congress.leave_request set state = :state, answer = :answer, decided_at = :at where id = :id")
                .param("state", state.name())
                .param("answer", answer)
                .param("at", now())
                .param("id", id)
                .update();
    }

    private record Row(Request request) {}

    private static Row row(ResultSet row, int at) throws SQLException {
        return new Row(new Request(
                row.getObject("id", UUID.class),
                row.getString("session"),
                row.getString("member"),
                "",
                "",
                Optional.ofNullable(row.getString("sitting")),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)));
    }

    @Override
    public Optional<Request> byId(UUID id) {
        return jdbc.sql("select * from congress.leave_request where id = :id")
                .param("id", id)
                .query(JdbcLeaveRequests::row)
                .optional()
                .map(row -> named(row.request().session(), List.of(row)).getFirst());
    }

    @Override
    public List<Request> of(String session) {
        return named(
                session,
                jdbc.sql("""
                                select * from congress.leave_request where session = :session
                                 order by state <> 'PENDING', asked_at desc, id
                                """)
                        .param("session", session)
                        .query(JdbcLeaveRequests::row)
                        .list());
    }

    private List<Request> named(String session, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String body = sessions.byId(session).orElseThrow().body();
        Map<String, Member> members =
                bodies.membersOf(body).stream().collect(Collectors.toMap(Member::number, member -> member));
        return rows.stream()
                .map(row -> named(row.request(), members.get(row.request().member())))
                .toList();
    }

    private static Request named(Request request, @org.jspecify.annotations.Nullable Member member) {
        return member == null
                ? request
                : new Request(
                        request.id(),
                        request.session(),
                        request.member(),
                        member.name(),
                        member.groupName(),
                        request.sitting(),
                        request.reason(),
                        request.at(),
                        request.state(),
                        request.answer(),
                        request.decided());
    }

    @Override
    public List<Request> own(String session, UUID person) {
        return sessions.byId(session)
                .flatMap(found -> bodies.memberOf(found.body(), person))
                .map(member -> of(session).stream()
                        .filter(request -> request.member().equals(member.number()))
                        .toList())
                .orElse(List.of());
    }
}
