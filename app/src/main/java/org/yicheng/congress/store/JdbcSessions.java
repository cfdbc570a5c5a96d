package org.yicheng.congress.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
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
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Sessions: every step locks the session's row, asks its guards, moves, and writes its act. */
@Component
class JdbcSessions implements Sessions {

    private static final Citation STATES = Citation.of(Law.PRODUCT, "session.states");
    /** A session lasts days; a deadline a month away is a slip of the pen. */
    private static final int LONGEST_DAYS = 31;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Meetings meetings;
    private final Slates slates;
    private final Decisions decisions;
    private final SessionKinds kinds;
    private final SpecialCallRows calls;
    private final SessionActs acts;
    private final Windows windows;
    private final Clock clock;

    JdbcSessions(
            JdbcClient jdbc,
            JdbcTemplate template,
            Bodies bodies,
            Sittings sittings,
            Meetings meetings,
            Slates slates,
            Decisions decisions,
            SessionKinds kinds,
            SpecialCallRows calls,
            SessionActs acts,
            Windows windows,
            Clock clock) {
        this.windows = windows;
        this.jdbc = jdbc;
        this.template = template;
        this.bodies = bodies;
        this.sittings = sittings;
        this.meetings = meetings;
        this.slates = slates;
        this.decisions = decisions;
        this.kinds = kinds;
        this.calls = calls;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Session> plan(NewSession plan) {
        return plan(plan, SessionKind.CONGRESS);
    }

    @Override
    @Transactional
    public Ruling<Session> plan(NewSession plan, String kind) {
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(plan.body()).isEmpty()) {
            reasons.add(Refusal.at("body", "congress.body.unknown", "value", plan.body()));
        }
        if (!kinds.knows(kind)) {
            reasons.add(Refusal.at("kind", "congress.kind-unknown", "value", kind));
        }
        if (byId(plan.id()).isPresent()) {
            reasons.add(Refusal.at("id", "congress.session-twice", "value", plan.id()));
        }
        if (plan.opening().isBefore(plan.reportIn())) {
            reasons.add(Refusal.at(
                    "opening",
                    "congress.opening-before-report-in",
                    "opening",
                    plan.opening(),
                    "reportIn",
                    plan.reportIn()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into congress.session (id, body, number, name_zh, name_en, short_zh, short_en, state, report_in,
                                                      opening, place, demo, kind)
                        values (:id, :body, :number, :nameZh, :nameEn, :shortZh, :shortEn, 'PLANNED', :reportIn, :opening,
                                :place, :demo, :kind)
                        """)
                .param("kind", kind)
                .param("id", plan.id())
                .param("body", plan.body())
                .param("number", plan.number())
                .param("nameZh", plan.name().zh())
                .param("nameEn", plan.name().en())
                .param("shortZh", plan.shortName().zh())
                .param("shortEn", plan.shortName().en())
                .param("reportIn", plan.reportIn())
                .param("opening", plan.opening())
                .param("place", plan.place())
                .param("demo", plan.demo())
                .update();
        enter(plan.id(), State.PLANNED);
        acts.write(plan.id(), STATES, "congress.session.plan", Map.of("body", plan.body(), "kind", kind));
        return Ruling.granted(byId(plan.id()).orElseThrow());
    }

    private void enter(String id, State state) {
        jdbc.sql("insert into congress.step (session, state, at) values (:id, :state, :at) on conflict do nothing")
                .param("id", id)
                .param("state", state.name())
                .param("at", stamp(clock.instant()))
                .update();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Optional<Session> byId(String id) {
        return jdbc.sql("select * from congress.session where id = :id")
                .param("id", id)
                .query(JdbcSessions::row)
                .optional();
    }

    @Override
    public List<Session> all() {
        return jdbc.sql("select * from congress.session order by opening desc, id")
                .query(JdbcSessions::row)
                .list();
    }

    private static Session row(ResultSet row, int at) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("body"),
                row.getInt("number"),
                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                new Bilingual(row.getString("short_zh"), row.getString("short_en")),
                State.valueOf(row.getString("state")),
                row.getObject("report_in", LocalDate.class),
                row.getObject("opening", LocalDate.class),
                row.getString("place"),
                row.getBoolean("demo"),
                Optional.ofNullable(row.getString("presidium")),
                instant(row, "proposed_deadline"),
                instant(row, "motion_deadline"),
                row.getString("kind"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    @Transactional
    public Ruling<Session> take(String id, SessionStep step) {
        return locked(id, session -> {
            List<Refusal> reasons = against(session, step);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            jdbc.sql("update congress.session set state = :state where id = :id")
                    .param("state", step.to().name())
                    .param("id", id)
                    .update();
            enter(id, step.to());
            if (step == SessionStep.CONVENE && !kinds.of(session).committee()) {
                windows.open(
                        session.subject(),
                        Window.MOTION,
                        session.body(),
                        clock.instant(),
                        SessionStep.MOTION_WINDOW_GROUND);
            }
            acts.write(
                    id,
                    kinds.of(session).ground(step),
                    "congress.session."
                            + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    Map.of("from", session.state().name(), "to", step.to().name()));
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    private Ruling<Session> locked(String id, Function<Session, Ruling<Session>> move) {
        Optional<Session> session = jdbc.sql("select * from congress.session where id = :id for update")
                .param("id", id)
                .query(JdbcSessions::row)
                .optional();
        return session.isEmpty()
                ? Ruling.refused(Refusal.plain("congress.session.unknown", "value", id))
                : move.apply(session.get());
    }

    private List<Refusal> against(Session session, SessionStep step) {
        List<Refusal> reasons = new ArrayList<>();
        SessionKind kind = kinds.of(session);
        if (!kind.from(step).contains(session.state())) {
            reasons.add(Refusal.by(
                    kind.ground(step),
                    "congress.session-state",
                    "session",
                    session.shortName(),
                    "state",
                    StateWord.of(session.state()),
                    "needed",
                    StateWord.all(kind.from(step))));
            return reasons;
        }
        switch (step) {
            case REGISTER -> {
                if (kind.constituted()) {
                    reasons.addAll(undrafted(session, kind));
                }
            }
            case CONSTITUTE ->
                reasons.addAll(decisions.missing(session.id(), kind, Decision.PRESIDIUM, Decision.AGENDA));
            case OPEN -> {
                if (kind.constituted()) {
                    reasons.addAll(decisions.missing(session.id(), kind, Decision.SCHEDULE, Decision.ROTA));
                }
            }
            case CONVENE -> {
                if (bodies.due(session.body(), clock.instant()) == 0) {
                    reasons.add(Refusal.by(kind.ground(step), "congress.roster-empty", "body", session.body()));
                }
                if (kind.special() && !calls.backed(session.id())) {
                    reasons.add(Refusal.by(SessionKind.SPECIAL, "congress.special-not-called"));
                }
            }
            case CLOSE -> {
                List<Bilingual> open = sittings.ofSubject(session.subject()).stream()
                        .filter(sitting -> sitting.openedAt().isPresent()
                                && sitting.closedAt().isEmpty())
                        .map(Sitting::name)
                        .toList();
                if (!open.isEmpty()) {
                    reasons.add(Refusal.by(kind.ground(step), "congress.sitting-still-open", "sittings", open));
                }
            }
            default -> {}
        }
        return reasons;
    }

    /** Reporting in needs the drafts that the preliminary meeting will decide. */
    private List<Refusal> undrafted(Session session, SessionKind kind) {
        List<Refusal> reasons = new ArrayList<>();
        for (Office office : List.of(Office.PRESIDIUM, Office.SECRETARY_GENERAL)) {
            if (slates.empty(session, office)) {
                reasons.add(Refusal.by(
                        kind.ground(Decision.PRESIDIUM),
                        "congress.list-missing",
                        "office",
                        new OfficeWord(office).name()));
            }
        }
        if (bodies.groupsOf(session.body()).isEmpty()) {
            reasons.add(Refusal.by(
                    kind.congress() ? Citation.of(Law.DEPUTIES, 14) : kind.source(), "congress.no-delegations"));
        }
        return reasons;
    }

    @Override
    public List<Possible> possible(String id) {
        return byId(id).stream()
                .flatMap(session -> Arrays.stream(SessionStep.values())
                        .filter(SessionStep::byHand)
                        .filter(step -> kinds.of(session).from(step).contains(session.state()))
                        .map(step -> new Possible(step, against(session, step))))
                .toList();
    }

    @Override
    public List<Entered> entered(String id) {
        return jdbc.sql("select state, at from congress.step where session = :id order by at")
                .param("id", id)
                .query((row, _) -> new Entered(
                        State.valueOf(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional
    public Ruling<Session> propose(String id, Office office, int group, List<String> members) {
        return locked(id, session -> {
            List<Refusal> reasons = slates.faults(session, office, group, members);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            slates.store(session, office, group, members);
            acts.write(
                    id,
                    STATES,
                    "congress.list.propose",
                    Map.of("office", office.name(), "group", "" + group, "members", "" + members.size()));
            return Ruling.granted(session);
        });
    }

    @Override
    @Transactional
    public Ruling<Session> proposeDeadline(String id, Instant deadline) {
        return locked(id, session -> {
            if (!kinds.of(session).decisions().contains(Decision.MOTION_DEADLINE)) {
                return Ruling.refused(Refusal.by(kinds.of(session).source(), "congress.no-motion-deadline"));
            }
            if (session.motionDeadline().isPresent()) {
                return Ruling.refused(Refusal.by(
                        Decision.MOTION_DEADLINE.ground(),
                        "congress.deadline-decided",
                        "deadline",
                        session.motionDeadline().get()));
            }
            Instant until = session.opening()
                    .plusDays(LONGEST_DAYS)
                    .atStartOfDay(clock.getZone())
                    .toInstant();
            if (!deadline.isAfter(clock.instant()) || !deadline.isBefore(until)) {
                return Ruling.refused(Refusal.at(
                        "deadline",
                        "congress.deadline-range",
                        "value",
                        deadline.atZone(clock.getZone()).toLocalDateTime(),
                        "until",
                        session.opening().plusDays(LONGEST_DAYS)));
            }
            jdbc.sql("update congress.session set proposed_deadline = :deadline where id = :id")
                    .param("deadline", stamp(deadline))
                    .param("id", id)
                    .update();
            acts.write(
                    id,
                    Decision.MOTION_DEADLINE.ground(),
                    "congress.deadline.propose",
                    Map.of("deadline", deadline.toString()));
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    @Override
    public List<Seat> seats(String id, Office office) {
        return byId(id).map(session -> slates.of(session, office)).orElse(List.of());
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePreliminary(String id, Instant plannedAt, List<Wording> wordings) {
        return arranged(id, session -> meetings.preliminary(session, plannedAt, wordings));
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePresidium(String id, Instant plannedAt, List<Wording> wordings) {
        return arranged(id, session -> meetings.presidium(session, plannedAt, wordings));
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePlenary(String id, int number, Instant plannedAt) {
        return arranged(id, session -> meetings.plenary(session, number, plannedAt));
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePlenary(String id, int number, Bilingual name, Instant plannedAt) {
        return arranged(id, session -> meetings.plenary(session, number, name, plannedAt));
    }

    @Override
    @Transactional
    public Ruling<Question> ask(String id, String sitting, Wording wording) {
        return arranged(
                id,
                session -> meetings.of(session, sitting)
                        .map(found -> meetings.ask(session, found, wording))
                        .orElseGet(
                                () -> Ruling.refused(Refusal.plain("congress.sitting-elsewhere", "value", sitting))));
    }

    /** Locks the session while a meeting is set up, so that two clerks don't set up the same one. */
    private <T> Ruling<T> arranged(String id, Function<Session, Ruling<T>> plan) {
        return switch (locked(id, Ruling::granted)) {
            case Ruling.Refused<Session>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Session>(Session session) -> plan.apply(session);
        };
    }

    @Override
    public List<Decided> decided(String id) {
        return decisions.of(id);
    }

    @Override
    @Transactional
    public Ruling<Integer> reportIn(String id, List<String> members) {
        Ruling<Session> ruling = locked(id, session -> {
            List<Refusal> reasons = new ArrayList<>(JdbcArrivals.notRegistering(session));
            Set<String> roster = bodies.membersOf(session.body()).stream()
                    .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                    .map(Member::number)
                    .collect(Collectors.toSet());
            members.stream()
                    .filter(number -> !roster.contains(number))
                    .forEach(number -> reasons.add(Refusal.at("members", "congress.not-in-office", "value", number)));
            return reasons.isEmpty() ? Ruling.granted(session) : Ruling.refused(reasons);
        });
        return ruling.map(_ -> {
            template.batchUpdate(
                    "insert into congress.arrival (session, member, at) values (?, ?, ?) on conflict do nothing",
                    members.stream()
                            .map(number -> new Object[] {id, number, stamp(clock.instant())})
                            .toList());
            acts.write(id, STATES, "congress.report-in", Map.of("members", "" + members.size()));
            return reportedIn(id);
        });
    }

    @Override
    public int reportedIn(String id) {
        return jdbc.sql("select count(*) from congress.arrival where session = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
