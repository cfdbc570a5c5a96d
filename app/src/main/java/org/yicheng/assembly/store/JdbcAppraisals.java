package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.AppraisalRules.APPRAISAL;
import static org.yicheng.assembly.store.AppraisalRules.TELLERS;
import static org.yicheng.assembly.store.Rows.stamp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AppraisalGuard;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The life of an appraisal; every move locks its row, every paper share-locks it so that closing waits. */
@Component
class JdbcAppraisals implements Appraisals {

    private final JdbcClient jdbc;
    private final AppraisalRows rows;
    private final SecretVotes votes;
    private final JdbcBodies bodies;
    private final JdbcSittings sittings;
    private final Acts acts;
    private final Floor floor;
    private final List<AppraisalGuard> guards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcAppraisals(
            JdbcClient jdbc,
            AppraisalRows rows,
            SecretVotes votes,
            JdbcBodies bodies,
            JdbcSittings sittings,
            Acts acts,
            Floor floor,
            List<AppraisalGuard> guards,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.votes = votes;
        this.bodies = bodies;
        this.sittings = sittings;
        this.acts = acts;
        this.floor = floor;
        this.guards = List.copyOf(guards);
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Appraisal> list(NewAppraisal asked) {
        if (sittings.byId(asked.sitting()).isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", asked.sitting()));
        }
        List<Refusal> reasons = AppraisalRules.againstListing(asked);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        rows.insert(id, asked, clock.instant());
        return moved(
                id,
                Permission.SITTING_PREPARE,
                "list",
                "form",
                asked.form(),
                "items",
                asked.items().size());
    }

    private Ruling<Appraisal> moved(UUID id, Permission as, String verb, Object... facts) {
        Appraisal appraisal = rows.byId(id).orElseThrow();
        floor.changed(appraisal.sitting());
        acts.write(as, APPRAISAL, "assembly.appraisal." + verb, "appraisal:" + id, facts);
        return Ruling.granted(appraisal);
    }

    @Override
    public Optional<Appraisal> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public List<Appraisal> ofSitting(String sitting) {
        return rows.of("sitting", sitting);
    }

    @Override
    public List<Appraisal> ofSubject(String subject) {
        return rows.of("subject", subject);
    }

    @Override
    @Transactional
    public Ruling<Appraisal> open(UUID id) {
        return in(id, Set.of(State.LISTED), appraisal -> {
            List<Refusal> reasons = asked(appraisal);
            return switch (votes.opening(appraisal.sitting(), APPRAISAL)) {
                case Ruling.Refused<Roll>(List<Refusal> others) -> {
                    reasons.addAll(others);
                    yield Ruling.refused(reasons);
                }
                case Ruling.Granted<Roll>(Roll roll) ->
                    reasons.isEmpty() ? opened(appraisal, roll) : Ruling.refused(reasons);
            };
        });
    }

    /** What services have against rating their items now. */
    private List<Refusal> asked(Appraisal appraisal) {
        List<Refusal> reasons = new ArrayList<>();
        guards.forEach(guard -> reasons.addAll(guard.against(appraisal)));
        return reasons;
    }

    private Ruling<Appraisal> opened(Appraisal appraisal, Roll roll) {
        UUID id = appraisal.id();
        if (appraisal.form() == Form.ELECTRONIC) {
            rows.keep(id, votes.key());
        }
        jdbc.sql("""
                        update assembly.appraisal
                           set state = 'VOTING', due = :due, present = :present, opened_at = :at where id = :id
                        """)
                .param("due", roll.due())
                .param("present", roll.present())
                .param("at", stamp(clock.instant()))
                .param("id", id)
                .update();
        return moved(id, Permission.QUESTION_MOVE, "open", "due", roll.due(), "present", roll.present());
    }

    @Override
    @Transactional
    public Ruling<Appraisal> cast(UUID id, UUID person, List<Grade> grades) {
        if (!locked(id, "share")) {
            return Ruling.refused(unknown(id));
        }
        Appraisal appraisal = rows.byId(id).orElseThrow();
        Optional<Member> member = bodies.memberOf(appraisal.body(), person);
        List<Refusal> reasons = AppraisalRules.againstPaper(appraisal, grades);
        reasons.addAll(votes.againstVoter(member, appraisal.sitting(), id, APPRAISAL));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID mandate = member.orElseThrow().mandate();
        rows.press(id, Pseudonym.of(rows.key(id).orElseThrow(), mandate), mandate, grades);
        return moved(id, Permission.VOTE, "cast");
    }

    private boolean locked(UUID id, String how) {
        return jdbc.sql("select 1 from assembly.appraisal where id = :id for " + how)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<List<Grade>> own(UUID id, UUID person) {
        return rows.byId(id)
                .filter(one -> one.state() == State.VOTING && one.form() == Form.ELECTRONIC)
                .flatMap(one -> bodies.memberOf(one.body(), person))
                .flatMap(member -> rows.key(id).flatMap(key -> rows.pressed(id, Pseudonym.of(key, member.mandate()))));
    }

    @Override
    public int cast(UUID id) {
        return jdbc.sql("select count(*) from assembly.appraisal_participation where appraisal = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Ruling<Appraisal> close(UUID id) {
        return in(id, Set.of(State.VOTING), appraisal -> {
            int issued = appraisal.form() == Form.ELECTRONIC ? rows.seal(id, appraisal.sitting()) : 0;
            jdbc.sql("update assembly.appraisal set issued = :issued where id = :id")
                    .param("issued", issued)
                    .param("id", id)
                    .update();
            state(id, State.CLOSED, "closed_at");
            return moved(id, Permission.QUESTION_MOVE, "close", "papers", cast(id));
        });
    }

    private void state(UUID id, State state, String column) {
        jdbc.sql("update assembly.appraisal set state = :state, " + column + " = :at where id = :id")
                .param("state", state.name())
                .param("at", stamp(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Telling> enter(UUID id, String teller, Figures counted) {
        if (!locked(id, "update")) {
            return Ruling.refused(unknown(id));
        }
        Appraisal appraisal = rows.byId(id).orElseThrow();
        List<Refusal> reasons = againstTeller(appraisal, teller);
        reasons.addAll(AppraisalRules.againstFigures(appraisal, counted));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.count(id, teller, counted);
        Telling now = telling(id);
        moved(
                id,
                Permission.BALLOT_ENTER,
                "enter",
                "differences",
                now.differences().size(),
                "agreed",
                now.agreed());
        return Ruling.granted(now);
    }

    private List<Refusal> againstTeller(Appraisal appraisal, String teller) {
        List<Refusal> reasons = new ArrayList<>();
        if (appraisal.form() == Form.ELECTRONIC) {
            reasons.add(Refusal.by(TELLERS, "assembly.appraisal-electronic"));
        } else {
            AppraisalRules.againstState(appraisal, Set.of(State.CLOSED)).ifPresent(reasons::add);
        }
        Telling telling = telling(appraisal.id());
        if (telling.agreed()) {
            reasons.add(Refusal.by(TELLERS, "assembly.appraisal-agreed"));
        } else if (telling.tellers().size() == 2 && !telling.tellers().contains(teller)) {
            reasons.add(Refusal.by(TELLERS, "assembly.appraisal-two-tellers"));
        }
        return reasons;
    }

    @Override
    public Optional<Figures> entry(UUID id, String teller) {
        return Optional.ofNullable(rows.counts(id).get(teller));
    }

    @Override
    public Telling telling(UUID id) {
        Map<String, Figures> counts = rows.counts(id);
        List<Figures> both = List.copyOf(counts.values());
        return new Telling(
                List.copyOf(counts.keySet()),
                both.size() == 2 ? AppraisalRules.differences(both.getFirst(), both.getLast()) : List.of());
    }

    @Override
    @Transactional
    public Ruling<Appraisal> again(UUID id) {
        return in(id, Set.of(State.CLOSED), appraisal -> {
            if (appraisal.result().isEmpty()) {
                return notAgreed(id);
            }
            Figures gone = appraisal.result().get();
            if (!gone.isVoid()) {
                return Ruling.refused(Refusal.by(
                        APPRAISAL,
                        "assembly.appraisal-not-void",
                        "issued",
                        gone.issued(),
                        "returned",
                        gone.returned()));
            }
            jdbc.sql("delete from assembly.appraisal_count where appraisal = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("""
                            update assembly.appraisal
                               set state = 'LISTED', attempt = attempt + 1, due = null, present = null where id = :id
                            """).param("id", id).update();
            return moved(id, Permission.QUESTION_MOVE, "again", "issued", gone.issued(), "returned", gone.returned());
        });
    }

    /** What two tellers have not settled yet is neither declared nor taken again. */
    private Ruling<Appraisal> notAgreed(UUID id) {
        Telling telling = telling(id);
        return Ruling.refused(Refusal.by(
                TELLERS,
                "assembly.appraisal-not-agreed",
                "entered",
                telling.tellers().size(),
                "differences",
                telling.differences().size()));
    }

    @Override
    @Transactional
    public Ruling<Appraisal> declare(UUID id) {
        return in(id, Set.of(State.CLOSED), appraisal -> {
            if (appraisal.result().isEmpty()) {
                return notAgreed(id);
            }
            Figures result = appraisal.result().get();
            if (result.isVoid()) {
                return Ruling.refused(Refusal.by(
                        APPRAISAL,
                        "assembly.appraisal-void",
                        "issued",
                        result.issued(),
                        "returned",
                        result.returned()));
            }
            List<Refusal> reasons = asked(appraisal);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            state(id, State.DECLARED, "declared_at");
            Ruling<Appraisal> declared = moved(
                    id,
                    Permission.QUESTION_MOVE,
                    "declare",
                    "issued",
                    result.issued(),
                    "returned",
                    result.returned(),
                    "invalid",
                    result.invalid());
            events.publishEvent(new AssemblyEvent.AppraisalDeclared(declared.orThrow()));
            return declared;
        });
    }

    @Override
    @Transactional
    public Ruling<Appraisal> withdraw(UUID id, String reason) {
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        return in(id, Set.of(State.LISTED), _ -> {
            state(id, State.WITHDRAWN, "closed_at");
            return moved(id, Permission.QUESTION_MOVE, "withdraw", "reason", reason);
        });
    }

    @Override
    public List<List<Grade>> papers(UUID id) {
        return rows.papers(id);
    }

    private static Refusal unknown(UUID id) {
        return Refusal.plain("assembly.appraisal.unknown", "value", id);
    }

    private Ruling<Appraisal> in(UUID id, Set<State> allowed, Function<Appraisal, Ruling<Appraisal>> move) {
        if (!locked(id, "update")) {
            return Ruling.refused(unknown(id));
        }
        Appraisal appraisal = rows.byId(id).orElseThrow();
        Optional<Refusal> early = AppraisalRules.againstState(appraisal, allowed);
        return early.isPresent() ? Ruling.refused(early.get()) : move.apply(appraisal);
    }
}
