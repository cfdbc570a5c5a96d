package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.instant;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.AttendanceEntry;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sitting.State;
import org.yicheng.assembly.SittingGuard;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.Opening;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** The life of a sitting; sign-in is delegated to {@link SignIns}, counting to {@link Rolls}. */
@Component
class JdbcSittings implements Sittings {

    private static final Citation LIFE = Citation.of(Law.PRODUCT, "sitting.states");

    private final JdbcClient jdbc;
    private final SignIns signIns;
    private final Rolls rolls;
    private final Acts acts;
    private final Floor floor;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SittingGuard> guards;
    private final Clock clock;

    JdbcSittings(
            JdbcClient jdbc,
            SignIns signIns,
            Rolls rolls,
            Acts acts,
            Floor floor,
            ApplicationEventPublisher events,
            ObjectProvider<SittingGuard> guards,
            Clock clock) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.rolls = rolls;
        this.acts = acts;
        this.floor = floor;
        this.events = events;
        this.guards = guards;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Sitting schedule(NewSitting sitting) {
        jdbc.sql("""
                        insert into assembly.sitting (id, body, subject, kind, number, name_zh, name_en, hall, planned_at, state)
                        values (:id, :body, :subject, :kind, :number, :zh, :en, :hall, :planned, 'SCHEDULED')
                        """)
                .param("id", sitting.id())
                .param("body", sitting.body())
                .param("subject", sitting.subject())
                .param("kind", sitting.kind().name())
                .param("number", sitting.number())
                .param("zh", sitting.name().zh())
                .param("en", sitting.name().en())
                .param("hall", sitting.hall())
                .param("planned", stamp(sitting.plannedAt()))
                .update();
        acts.write(
                Permission.SITTING_PREPARE,
                "assembly.sitting.schedule",
                subject(sitting.id()),
                "body",
                sitting.body(),
                "plannedAt",
                sitting.plannedAt());
        return byId(sitting.id()).orElseThrow();
    }

    static String subject(String id) {
        return "sitting:" + id;
    }

    @Override
    public Optional<Sitting> byId(String id) {
        return jdbc.sql("select * from assembly.sitting where id = :id")
                .param("id", id)
                .query(JdbcSittings::row)
                .optional();
    }

    @Override
    public List<Sitting> ofSubject(String subject) {
        return jdbc.sql("select * from assembly.sitting where subject = :subject order by planned_at, id")
                .param("subject", subject)
                .query(JdbcSittings::row)
                .list();
    }

    @Override
    public List<Sitting> ofBody(String body) {
        return jdbc.sql("select * from assembly.sitting where body = :body order by planned_at, id")
                .param("body", body)
                .query(JdbcSittings::row)
                .list();
    }

    private static Sitting row(ResultSet row, int at) throws SQLException {
        return new Sitting(
                row.getString("id"),
                row.getString("body"),
                row.getString("subject"),
                Sitting.Kind.valueOf(row.getString("kind")),
                row.getInt("number"),
                bilingual(row, "name"),
                row.getString("hall"),
                row.getString("presiding"),
                instant(row, "planned_at"),
                State.valueOf(row.getString("state")),
                optionalInstant(row, "sign_in_from"),
                optionalInstant(row, "opened_at"),
                optionalInstant(row, "closed_at"));
    }

    @Override
    @Transactional
    public Ruling<Sitting> namePresiding(String id, String presiding) {
        return in(id, Set.of(State.SCHEDULED, State.SIGN_IN, State.OPEN, State.PAUSED), _ -> {
            jdbc.sql("update assembly.sitting set presiding = :presiding where id = :id")
                    .param("presiding", presiding)
                    .param("id", id)
                    .update();
            acts.write(Permission.SITTING_PREPARE, "assembly.sitting.presiding", subject(id));
            return changed(id);
        });
    }

    @Override
    @Transactional
    public Ruling<Sitting> openSignIn(String id) {
        return in(id, Set.of(State.SCHEDULED), _ -> {
            jdbc.sql("update assembly.sitting set state = 'SIGN_IN', sign_in_from = :now where id = :id")
                    .param("now", stamp(clock.instant()))
                    .param("id", id)
                    .update();
            acts.write(
                    Permission.SITTING_MOVE,
                    Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.5"),
                    "assembly.sitting.sign-in",
                    subject(id));
            return changed(id);
        });
    }

    @Override
    @Transactional
    public Ruling<Sitting> open(String id) {
        return in(id, Set.of(State.SIGN_IN), sitting -> {
            Roll roll = rolls.now(sitting);
            List<Refusal> reasons = new ArrayList<>();
            reasons.addAll(noQuorum("assembly.quorum-missing", roll));
            if (sitting.presiding().isBlank()) {
                reasons.add(Refusal.by(LIFE, "assembly.nobody-presides", "sitting", sitting.name()));
            }
            guards.forEach(guard -> reasons.addAll(guard.beforeOpening(sitting)));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            jdbc.sql("update assembly.sitting set state = 'OPEN', opened_at = :now where id = :id")
                    .param("now", stamp(clock.instant()))
                    .param("id", id)
                    .update();
            Ruling<Sitting> opened = changed(id);
            events.publishEvent(new AssemblyEvent.SittingOpened(opened.orThrow()));
            acts.write(
                    Permission.SITTING_MOVE,
                    roll.opening().source(),
                    "assembly.sitting.open",
                    subject(id),
                    openingFacts(opened.orThrow(), roll));
            return opened;
        });
    }

    /** Opening before the planned time is allowed; how long before stands in the record. */
    private static Object[] openingFacts(Sitting opened, Roll roll) {
        List<Object> facts =
                new ArrayList<>(List.of("due", roll.due(), "present", roll.present(), "required", roll.required()));
        long early = opened.minutesEarly(opened.openedAt().orElseThrow());
        if (early > 0) {
            facts.addAll(List.of("plannedAt", opened.plannedAt(), "minutesEarly", early));
        }
        return facts.toArray();
    }

    /** What stands against the quorum: too few heads, and too little weight where it counts; empty if it is there. */
    static List<Refusal> noQuorum(String code, Roll roll) {
        List<Refusal> reasons = new ArrayList<>();
        if (roll.opening() instanceof Opening.Refused refused) {
            reasons.add(Refusal.by(
                    refused.source(),
                    code,
                    "due",
                    refused.roll().expected(),
                    "present",
                    refused.roll().present(),
                    "required",
                    refused.threshold(),
                    "missing",
                    refused.missing()));
        }
        roll.weight()
                .filter(weight -> !weight.met())
                .ifPresent(weight -> reasons.add(Refusal.by(
                        weight.source(),
                        code + "-weight",
                        "all",
                        weight.all(),
                        "present",
                        weight.present(),
                        "required",
                        weight.required(),
                        "missing",
                        weight.missing())));
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Sitting> pause(String id) {
        return move(id, Set.of(State.OPEN), State.PAUSED, "assembly.sitting.pause");
    }

    @Override
    @Transactional
    public Ruling<Sitting> resume(String id) {
        return in(id, Set.of(State.PAUSED), sitting -> {
            List<Refusal> reasons = noQuorum("assembly.quorum-missing", rolls.now(sitting));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            return move(id, Set.of(State.PAUSED), State.OPEN, "assembly.sitting.resume");
        });
    }

    @Override
    @Transactional
    public void pauseWithoutQuorum(String id) {
        in(id, Set.of(State.OPEN), sitting -> {
            Roll roll = rolls.now(sitting);
            if (roll.met()) {
                return Ruling.granted(sitting);
            }
            jdbc.sql("update assembly.sitting set state = 'PAUSED' where id = :id")
                    .param("id", id)
                    .update();
            acts.write(
                    Permission.QUESTION_MOVE,
                    roll.opening().source(),
                    "assembly.sitting.pause",
                    subject(id),
                    "due",
                    roll.due(),
                    "present",
                    roll.present(),
                    "required",
                    roll.required());
            return changed(id);
        });
    }

    private Ruling<Sitting> move(String id, Set<State> from, State to, String verb) {
        return in(id, from, _ -> {
            jdbc.sql("update assembly.sitting set state = :state where id = :id")
                    .param("state", to.name())
                    .param("id", id)
                    .update();
            acts.write(Permission.SITTING_MOVE, verb, subject(id));
            return changed(id);
        });
    }

    @Override
    @Transactional
    public Ruling<Sitting> close(String id) {
        return in(id, Set.of(State.OPEN, State.PAUSED), _ -> {
            List<Integer> unfinished = jdbc.sql("""
                            select number from assembly.question
                             where sitting = :id and state in ('PUT', 'VOTING', 'CLOSED') order by number
                            """)
                    .param("id", id)
                    .query((row, _) -> row.getInt(1))
                    .list();
            if (!unfinished.isEmpty()) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.question-unfinished", "numbers", unfinished));
            }
            Optional<Bilingual> ballot = ballotOpen(id);
            if (ballot.isPresent()) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.election-unfinished", "title", ballot.get()));
            }
            Optional<Bilingual> choice = secretVoteOpen(id);
            if (choice.isPresent()) {
                return Ruling.refused(Refusal.by(LIFE, "assembly.choice-unfinished", "title", choice.get()));
            }
            jdbc.sql("update assembly.sitting set state = 'CLOSED', closed_at = :now where id = :id")
                    .param("now", stamp(clock.instant()))
                    .param("id", id)
                    .update();
            Ruling<Sitting> closed = changed(id);
            events.publishEvent(new AssemblyEvent.SittingClosed(closed.orThrow()));
            acts.write(Permission.SITTING_MOVE, "assembly.sitting.close", subject(id));
            return closed;
        });
    }

    /** A ballot whose papers are out or not declared valid or void yet. */
    private Optional<Bilingual> ballotOpen(String id) {
        return jdbc.sql("""
                        select title_zh, title_en from assembly.election
                         where sitting = :id and state in ('PAPERS_ISSUED', 'VOTING', 'COLLECTED')
                        """)
                .param("id", id)
                .query((row, _) -> bilingual(row, "title"))
                .optional();
    }

    @Override
    public Optional<Bilingual> secretVoteOpen(String id) {
        return jdbc.sql("""
                        select title_zh, title_en from assembly.choice
                         where sitting = :id and state in ('VOTING', 'CLOSED')
                        union all
                        select title_zh, title_en from assembly.appraisal
                         where sitting = :id and state in ('VOTING', 'CLOSED') limit 1
                        """)
                .param("id", id)
                .query((row, _) -> bilingual(row, "title"))
                .optional();
    }

    @Override
    @Transactional
    public Ruling<Sitting> postpone(String id, Instant plannedAt) {
        return in(id, Set.of(State.SCHEDULED, State.SIGN_IN), sitting -> {
            Roll roll = rolls.now(sitting);
            if (sitting.state() == State.SIGN_IN && roll.met()) {
                return Ruling.refused(Refusal.by(
                        roll.opening().source(),
                        "assembly.quorum-is-there",
                        "present",
                        roll.present(),
                        "required",
                        roll.required()));
            }
            jdbc.sql("update assembly.sitting set state = 'POSTPONED', planned_at = :planned where id = :id")
                    .param("planned", stamp(plannedAt))
                    .param("id", id)
                    .update();
            Ruling<Sitting> postponed = changed(id);
            events.publishEvent(new AssemblyEvent.SittingPostponed(postponed.orThrow()));
            acts.write(
                    Permission.SITTING_MOVE,
                    roll.opening().source(),
                    "assembly.sitting.postpone",
                    subject(id),
                    "present",
                    roll.present(),
                    "required",
                    roll.required());
            return postponed;
        });
    }

    private interface Move {
        Ruling<Sitting> apply(Sitting sitting);
    }

    /** Locks the sitting, asks for its state, then moves it. */
    private Ruling<Sitting> in(String id, Set<State> allowed, Move move) {
        Optional<Sitting> sitting = jdbc.sql("select * from assembly.sitting where id = :id for update")
                .param("id", id)
                .query(JdbcSittings::row)
                .optional();
        if (sitting.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", id));
        }
        if (!allowed.contains(sitting.get().state())) {
            return Ruling.refused(Refusal.by(
                    LIFE,
                    "assembly.sitting-state",
                    "sitting",
                    sitting.get().name(),
                    "state",
                    StateWord.of(sitting.get().state()),
                    "needed",
                    StateWord.ofSittings(allowed)));
        }
        return move.apply(sitting.get());
    }

    private Ruling<Sitting> changed(String id) {
        floor.changed(id);
        return Ruling.granted(byId(id).orElseThrow());
    }

    @Override
    public List<SignInReceipt> signIn(String sitting, List<SignInEvent> batch) {
        return signIns.take(sitting, batch, Optional.empty());
    }

    @Override
    public SignInReceipt signInByHand(
            String sitting, String credential, SignInEvent.Direction direction, String reason) {
        if (reason.isBlank()) {
            return new SignInReceipt(
                    "",
                    SignInReceipt.Effect.REJECTED,
                    Optional.of(Refusal.at("reason", "assembly.reason-missing")),
                    Optional.empty());
        }
        SignInEvent event = new SignInEvent(
                "hand-" + UUID.randomUUID(), clock.instant(), credential, direction, "MANUAL", System.nanoTime());
        return signIns.take(sitting, List.of(event), Optional.of(reason)).getFirst();
    }

    @Override
    @Transactional
    public Ruling<Member> grantLeave(String sitting, String memberNumber, String reason) {
        Optional<Member> member =
                byId(sitting).flatMap(found -> signIns.bodies().memberByNumber(found.body(), memberNumber));
        if (member.isEmpty()) {
            return Ruling.refused(Refusal.at("number", "assembly.member.unknown", "value", memberNumber));
        }
        jdbc.sql("""
                        insert into assembly.leave (sitting, mandate, reason, granted_at) values (:sitting, :mandate, :reason, :at)
                        on conflict (sitting, mandate) do update set reason = excluded.reason
                        """)
                .param("sitting", sitting)
                .param("mandate", member.get().mandate())
                .param("reason", reason)
                .param("at", stamp(clock.instant()))
                .update();
        floor.rollChanged(sitting);
        acts.write(
                Permission.SIGN_IN_MANUAL,
                Citation.of(Law.DEPUTIES, 13),
                "assembly.leave.grant",
                subject(sitting),
                "number",
                memberNumber);
        return Ruling.granted(member.get());
    }

    @Override
    public Roll roll(String sitting, Instant at) {
        return rolls.at(known(sitting), at);
    }

    @Override
    public Roll roll(String sitting) {
        return rolls.now(known(sitting));
    }

    private Sitting known(String id) {
        return byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
    }

    @Override
    public List<Roll.OfGroup> rollByGroup(String sitting, Instant at) {
        return rolls.byGroup(known(sitting), at);
    }

    @Override
    public boolean present(String sitting, UUID person) {
        return jdbc.sql("""
                        select count(*) from assembly.presence p join assembly.mandate m on m.id = p.mandate
                         where p.sitting = :sitting and m.person = :person and p.present
                        """)
                        .param("sitting", sitting)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<String> presentMembers(String sitting, Instant at) {
        return rolls.presentMembers(sitting, at);
    }

    @Override
    public int everPresent(String sitting) {
        return rolls.everPresent(sitting);
    }

    @Override
    public List<AttendanceEntry> log(String sitting, int limit) {
        return signIns.log(sitting, limit);
    }
}
