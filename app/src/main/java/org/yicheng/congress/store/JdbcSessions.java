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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Live;

/** Sessions: every step locks the session's row, asks its guards, moves, and writes its act. */
@Component
class JdbcSessions implements Sessions {

    private static final Citation STATES = Citation.of(Law.PRODUCT, "session.states");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Journal journal;
    private final Live live;
    private final Clock clock;

    JdbcSessions(
            JdbcClient jdbc,
            JdbcTemplate template,
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Journal journal,
            Live live,
            Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.journal = journal;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Session> plan(NewSession plan) {
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(plan.body()).isEmpty()) {
            reasons.add(Refusal.at("body", "congress.body.unknown", "value", plan.body()));
        }
        if (byId(plan.id()).isPresent()) {
            reasons.add(Refusal.at("id", "congress.session-twice", "value", plan.id()));
        }
        if (plan.opening().isBefore(plan.reportIn())) {
            reasons.add(Refusal.at(
                    "opening", "congress.opening-before-report-in", "opening", plan.opening(), "reportIn",
                    plan.reportIn()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql(
                        """
                        insert into congress.session (id, body, number, name_zh, name_en, short_zh, short_en, state, report_in,
                                                      opening, place, demo)
                        values (:id, :body, :number, :nameZh, :nameEn, :shortZh, :shortEn, 'PLANNED', :reportIn, :opening,
                                :place, :demo)
                        """)
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
        act(plan.id(), STATES, "congress.session.plan", Map.of("body", plan.body()));
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

    private void act(String id, Citation ground, String verb, Map<String, String> facts) {
        Caller caller = Caller.current();
        live.changed("session:" + id);
        journal.append(new ActDraft(
                clock.instant(), caller.actor(), caller.roleFor(Permission.SESSION_MOVE), verb, "congress-session:" + id,
                Optional.of(ground.key()), facts));
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
        return jdbc.sql("select * from congress.session order by opening desc, id").query(JdbcSessions::row).list();
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
                instant(row, "motion_deadline"));
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
            act(id, step.ground(), "congress.session." + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
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
        if (!step.from().contains(session.state())) {
            reasons.add(Refusal.by(
                    step.ground(), "congress.session-state", "session", session.shortName(), "state", session.state(),
                    "needed", step.from().stream().map(Enum::name).toList()));
            return reasons;
        }
        switch (step) {
            case REGISTER -> reasons.addAll(undrafted(session));
            case CONSTITUTE -> reasons.addAll(undecided(session, Decision.PRESIDIUM, Decision.AGENDA));
            case OPEN -> reasons.addAll(undecided(session, Decision.SCHEDULE, Decision.ROTA));
            case CONVENE -> {
                if (bodies.due(session.body(), clock.instant()) == 0) {
                    reasons.add(Refusal.by(step.ground(), "congress.roster-empty", "body", session.body()));
                }
            }
            case CLOSE -> {
                List<Bilingual> open = sittings.ofSubject(session.subject()).stream()
                        .filter(sitting -> sitting.openedAt().isPresent() && sitting.closedAt().isEmpty())
                        .map(Sitting::name)
                        .toList();
                if (!open.isEmpty()) {
                    reasons.add(Refusal.by(step.ground(), "congress.sitting-still-open", "sittings", open));
                }
            }
            default -> {}
        }
        return reasons;
    }

    /** Reporting in needs the drafts that the preliminary meeting will decide. */
    private List<Refusal> undrafted(Session session) {
        List<Refusal> reasons = new ArrayList<>();
        for (Office office : List.of(Office.PRESIDIUM, Office.SECRETARY_GENERAL)) {
            if (seats(session.id(), office).isEmpty()) {
                reasons.add(Refusal.by(
                        Citation.of(Law.ORGANIC, 16), "congress.list-missing", "office", new OfficeWord(office).name()));
            }
        }
        if (bodies.groupsOf(session.body()).isEmpty()) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 14), "congress.no-delegations"));
        }
        return reasons;
    }

    private List<Refusal> undecided(Session session, Decision... needed) {
        Set<Decision> adopted = decided(session.id()).stream()
                .filter(decided -> decided.result().equals("ADOPTED"))
                .map(Decided::what)
                .collect(Collectors.toSet());
        return Arrays.stream(needed)
                .filter(decision -> !adopted.contains(decision))
                .map(decision -> Refusal.by(
                        decision.ground(), "congress.decision-missing", "decision", new DecisionWord(decision).name()))
                .toList();
    }

    @Override
    public List<Possible> possible(String id) {
        return byId(id).stream()
                .flatMap(session -> Arrays.stream(SessionStep.values())
                        .filter(SessionStep::byHand)
                        .filter(step -> step.from().contains(session.state()))
                        .map(step -> new Possible(step, against(session, step))))
                .toList();
    }

    @Override
    public List<Entered> entered(String id) {
        return jdbc.sql("select state, at from congress.step where session = :id order by at")
                .param("id", id)
                .query((row, _) -> new Entered(
                        State.valueOf(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional
    public Ruling<Session> propose(String id, Office office, int group, List<String> members) {
        return locked(id, session -> {
            List<Refusal> reasons = listFaults(session, office, members);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            jdbc.sql("delete from congress.slate where session = :id and office = :office and grouping = :group")
                    .param("id", id)
                    .param("office", office.name())
                    .param("group", group)
                    .update();
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                rows.add(new Object[] {id, office.name(), group, i + 1, members.get(i)});
            }
            template.batchUpdate(
                    "insert into congress.slate (session, office, grouping, place, member) values (?, ?, ?, ?, ?)", rows);
            act(id, STATES, "congress.list.propose",
                    Map.of("office", office.name(), "group", "" + group, "members", "" + members.size()));
            return Ruling.granted(session);
        });
    }

    private List<Refusal> listFaults(Session session, Office office, List<String> members) {
        List<Refusal> reasons = new ArrayList<>();
        if (members.isEmpty()) {
            reasons.add(Refusal.at("members", "congress.list-empty"));
        }
        if (office == Office.SECRETARY_GENERAL && members.size() > 1) {
            reasons.add(Refusal.at("members", "congress.one-secretary-general", "value", members.size()));
        }
        Decision adoptedBy = new OfficeWord(office).decidedBy();
        if (undecided(session, adoptedBy).isEmpty()) {
            reasons.add(Refusal.by(
                    adoptedBy.ground(), "congress.list-decided", "office", new OfficeWord(office).name()));
        }
        Map<String, Member> roster = bodies.membersOf(session.body()).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .collect(Collectors.toMap(Member::number, member -> member));
        Set<String> presidium = seats(session.id(), Office.PRESIDIUM).stream()
                .map(seat -> seat.member().number())
                .collect(Collectors.toSet());
        boolean ofPresidium = office == Office.STANDING_CHAIR || office == Office.EXECUTIVE_CHAIR;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            String number = members.get(i);
            String field = "members/" + i;
            if (!roster.containsKey(number)) {
                reasons.add(Refusal.at(field, "congress.not-in-office", "value", number));
            } else if (ofPresidium && !presidium.contains(number)) {
                reasons.add(Refusal.at(field, "congress.not-of-the-presidium", "value", number));
            }
            if (!seen.add(number)) {
                reasons.add(Refusal.at(field, "congress.listed-twice", "value", number));
            }
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Session> proposeDeadline(String id, Instant deadline) {
        return locked(id, session -> {
            if (session.motionDeadline().isPresent()) {
                return Ruling.refused(Refusal.by(
                        Decision.MOTION_DEADLINE.ground(), "congress.deadline-decided", "deadline",
                        session.motionDeadline().get()));
            }
            jdbc.sql("update congress.session set proposed_deadline = :deadline where id = :id")
                    .param("deadline", stamp(deadline))
                    .param("id", id)
                    .update();
            act(id, Decision.MOTION_DEADLINE.ground(), "congress.deadline.propose", Map.of("deadline", deadline.toString()));
            return Ruling.granted(byId(id).orElseThrow());
        });
    }

    @Override
    public List<Seat> seats(String id, Office office) {
        Optional<Session> session = byId(id);
        if (session.isEmpty()) {
            return List.of();
        }
        Map<String, Member> roster = bodies.membersOf(session.get().body()).stream()
                .collect(Collectors.toMap(Member::number, member -> member));
        return jdbc.sql("select * from congress.slate where session = :id and office = :office order by grouping, place")
                .param("id", id)
                .param("office", office.name())
                .query((row, _) -> new Seat(
                        office,
                        row.getInt("grouping"),
                        row.getInt("place"),
                        Optional.ofNullable(roster.get(row.getString("member"))).orElseThrow()))
                .list();
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePreliminary(String id, Instant plannedAt, List<Wording> wordings) {
        return prepare(id, Decision.Sitting.PRELIMINARY, wordings, session -> new Sittings.NewSitting(
                id + "-preliminary", session.body(), session.subject(), Sitting.Kind.PRELIMINARY, 1,
                new Bilingual("预备会议", "Preliminary meeting"), session.place(), plannedAt));
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePresidium(String id, Instant plannedAt, List<Wording> wordings) {
        return prepare(id, Decision.Sitting.PRESIDIUM, wordings, session -> new Sittings.NewSitting(
                id + "-presidium-1", session.presidium().orElseThrow(), session.subject(), Sitting.Kind.PRESIDIUM, 1,
                new Bilingual("主席团第一次会议", "First presidium meeting"), session.place(), plannedAt));
    }

    private Ruling<Sitting> prepare(
            String id, Decision.Sitting which, List<Wording> wordings, Function<Session, Sittings.NewSitting> plan) {
        Ruling<Session> ruling = locked(id, session -> {
            List<Refusal> reasons = sittingFaults(session, which, wordings);
            return reasons.isEmpty() ? Ruling.granted(session) : Ruling.refused(reasons);
        });
        return ruling.map(session -> {
            Sitting sitting = sittings.schedule(plan.apply(session));
            for (Wording wording : wordings) {
                questions.list(new Questions.NewQuestion(
                        sitting.id(), wording.decision().kind(), wording.title(), wording.text(),
                        session.subject(wording.decision()), VotingMode.ELECTRONIC_UNRECORDED));
            }
            return sitting;
        });
    }

    private List<Refusal> sittingFaults(Session session, Decision.Sitting which, List<Wording> wordings) {
        List<Refusal> reasons = new ArrayList<>();
        boolean presidium = which == Decision.Sitting.PRESIDIUM;
        Set<State> when = presidium
                ? Set.of(State.CONSTITUTED, State.IN_SESSION)
                : Set.of(State.PREPARING, State.REGISTERING, State.POSTPONED);
        if (!when.contains(session.state())) {
            reasons.add(Refusal.by(
                    Citation.of(Law.ORGANIC, 17), "congress.session-state", "session", session.shortName(), "state",
                    session.state(), "needed", when.stream().map(Enum::name).sorted().toList()));
        }
        if (presidium && session.presidium().isEmpty()) {
            reasons.add(Refusal.by(Citation.of(Law.ORGANIC, 17), "congress.no-presidium"));
        }
        List<Decision> wrong =
                wordings.stream().map(Wording::decision).filter(decision -> decision.sitting() != which).toList();
        if (!wrong.isEmpty()) {
            reasons.add(Refusal.at("wordings", "congress.wrong-meeting", "decisions", wrong));
        }
        if (which == Decision.Sitting.PRESIDIUM
                && wordings.stream().anyMatch(wording -> wording.decision() == Decision.MOTION_DEADLINE)
                && session.proposedDeadline().isEmpty()) {
            reasons.add(Refusal.at("wordings", "congress.deadline-missing"));
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Sitting> preparePlenary(String id, int number, Instant plannedAt) {
        Ruling<Session> ruling = locked(id, Ruling::granted);
        return ruling.map(session -> sittings.schedule(new Sittings.NewSitting(
                id + "-plenary-" + number, session.body(), session.subject(), Sitting.Kind.PLENARY, number,
                new Bilingual("第" + ChineseNumerals.of(number) + "次全体会议", "Plenary " + number), session.place(),
                plannedAt)));
    }

    @Override
    public List<Decided> decided(String id) {
        return jdbc.sql("select * from congress.decision where session = :id order by decided_at, what")
                .param("id", id)
                .query((row, _) -> new Decided(
                        Decision.valueOf(row.getString("what")),
                        row.getObject("question", UUID.class),
                        row.getString("result"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional
    public Ruling<Integer> reportIn(String id, List<String> members) {
        Ruling<Session> ruling = locked(id, session -> {
            List<Refusal> reasons = new ArrayList<>();
            if (!Set.of(State.REGISTERING, State.PRELIMINARY, State.CONSTITUTED, State.IN_SESSION)
                    .contains(session.state())) {
                reasons.add(Refusal.by(
                        STATES, "congress.session-state", "session", session.shortName(), "state", session.state(),
                        "needed", List.of(State.REGISTERING.name())));
            }
            Set<String> roster =
                    bodies.membersOf(session.body()).stream().map(Member::number).collect(Collectors.toSet());
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
            act(id, STATES, "congress.report-in", Map.of("members", "" + members.size()));
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
