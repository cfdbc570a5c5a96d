package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionGuard;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.ElectionResult;
import org.yicheng.party.Permission;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The life of an election. Every move locks the election's row; services are asked before each. */
@Component
class JdbcElections implements Elections {

    private final ElectionRows rows;
    private final ElectionRules rules;
    private final Lists lists;
    private final Counting counting;
    private final Box box;
    private final DismissalBallots dismissals;
    private final ProjectBallots projects;
    private final Chains chains;
    private final List<ElectionGuard> guards;
    private final Sittings sittings;
    private final Questions questions;
    private final ElectionActs acts;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    JdbcElections(
            ElectionRows rows,
            ElectionRules rules,
            Lists lists,
            Counting counting,
            Box box,
            DismissalBallots dismissals,
            ProjectBallots projects,
            Chains chains,
            List<ElectionGuard> guards,
            Sittings sittings,
            Questions questions,
            ElectionActs acts,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.rows = rows;
        this.rules = rules;
        this.lists = lists;
        this.counting = counting;
        this.box = box;
        this.dismissals = dismissals;
        this.projects = projects;
        this.chains = chains;
        this.guards = guards;
        this.sittings = sittings;
        this.questions = questions;
        this.acts = acts;
        this.events = events;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Ruling<Election> draft(NewElection plan) {
        List<Refusal> reasons =
                ElectionRules.draftFaults(plan.occasion(), plan.title().zh(), plan.terms(), plan.method());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Election election = rows.byId(rows.add(plan, State.METHOD_DRAFTED, Optional.empty()))
                .orElseThrow();
        acts.write(
                election,
                Permission.SITTING_PREPARE,
                ElectionStep.ADOPT_METHOD.ground(),
                "draft",
                "office",
                plan.terms().office(),
                "seats",
                plan.terms().seats(),
                "secrecy",
                plan.terms().secrecy());
        return Ruling.granted(election);
    }

    @Override
    @Transactional
    public Ruling<Election> dismissal(Dismissing plan) {
        return dismissals.begin(plan);
    }

    @Override
    @Transactional
    public Ruling<Election> choosing(Choosing plan) {
        return projects.begin(plan);
    }

    @Override
    @Transactional
    public Ruling<Election> redraft(UUID id, Election.Terms terms, String method) {
        return in(id, election -> {
            List<Refusal> reasons = new ArrayList<>(
                    election.projects()
                            ? ProjectBallots.termFaults(
                                    terms, rows.candidates(id).size(), method)
                            : ElectionRules.draftFaults(
                                    election.occasion(), election.title().zh(), terms, method));
            ElectionRules.stateFault(election, ElectionStep.ADOPT_METHOD).ifPresent(reasons::add);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            rows.redraft(id, terms, method);
            acts.write(
                    election,
                    Permission.SITTING_PREPARE,
                    ElectionStep.ADOPT_METHOD.ground(),
                    "redraft",
                    "seats",
                    terms.seats(),
                    "margin",
                    terms.margin().map(String::valueOf).orElse("—"));
            return Ruling.granted(rows.byId(id).orElseThrow());
        });
    }

    @Override
    public Optional<Election> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public List<Election> ofBody(String body) {
        return rows.where("body", body);
    }

    @Override
    public List<Election> ofSubject(String subject) {
        return rows.where("subject", subject);
    }

    @Override
    public Optional<Election> ofSitting(String sitting) {
        return rows.ofSitting(sitting);
    }

    @Override
    public List<Election> chain(UUID id) {
        return rows.byId(id)
                .map(election -> rows.where("origin", election.origin()))
                .orElse(List.of());
    }

    @Override
    public List<Entered> history(UUID id) {
        return rows.history(id);
    }

    @Override
    public List<Superseded> superseded(UUID id) {
        List<Superseded> all = new ArrayList<>();
        Optional<Entered> announced = Optional.empty();
        for (Entered entered : rows.history(id)) {
            if (entered.state() == State.ANNOUNCED) {
                announced = Optional.of(entered);
            } else if (entered.state() == State.VOID && announced.isPresent()) {
                Entered first = announced.get();
                String because = entered.question()
                        .flatMap(questions::byId)
                        .map(Question::text)
                        .orElse("");
                rows.result(id, first.attempt())
                        .map(result -> new Superseded(first.attempt(), result, first.at(), entered.at(), because))
                        .ifPresent(all::add);
                announced = Optional.empty();
            }
        }
        return List.copyOf(all);
    }

    @Override
    @Transactional
    public Ruling<Election> take(UUID id, ElectionStep step) {
        if (step.withFigures()) {
            return Ruling.refused(Refusal.at("step", "assembly.election-step-needs-more", "value", step));
        }
        return in(id, election -> {
            List<Refusal> reasons = against(election, step, Optional.empty());
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            return done(election, step, Optional.empty(), facts(election, step));
        });
    }

    /** What a step brings with it, and what the record says of it. */
    private Object[] facts(Election election, ElectionStep step) {
        return switch (step) {
            case OPEN_VOTING -> {
                box.open(election);
                yield new Object[] {"issued", election.ballot().issued().orElseThrow()};
            }
            case PRE_ELECT -> {
                UUID before = chains.preElection(election);
                yield new Object[] {"preElection", before};
            }
            case SETTLE_LIST ->
                new Object[] {
                    "candidates",
                    election.state() == State.PRE_ELECTION
                            ? lists.settle(election, chains.chosenBefore(election))
                            : lists.settle(election, lists.nominated(election))
                };
            case DECLARE_VOID -> {
                ElectionResult.Void nothing = counting.refuse(election).orElseThrow();
                rows.store(election, counting.nothing(election, nothing));
                yield new Object[] {"reason", nothing.reason(), "actual", nothing.actual(), "limit", nothing.limit()};
            }
            case TAKE_LIST ->
                new Object[] {"projects", rows.candidates(election.id()).size()};
            case COUNT -> {
                Election.Result result = counting.result(election);
                rows.store(election, result);
                yield new Object[] {
                    "valid",
                    result.valid(),
                    "invalid",
                    result.invalid(),
                    "threshold",
                    result.threshold(),
                    "elected",
                    result.elected().size(),
                    "next",
                    result.next(),
                    "papers",
                    result.digest()
                };
            }
            default -> new Object[] {};
        };
    }

    private List<Refusal> against(Election election, ElectionStep step, Optional<UUID> question) {
        Optional<Refusal> state = ElectionRules.stateFault(election, step);
        if (state.isPresent()) {
            return List.of(state.get());
        }
        List<Refusal> reasons = new ArrayList<>(rules.against(election, step));
        if (!knows(election, step)) {
            reasons.add(Refusal.by(
                    step.ground(election),
                    election.dismissal() ? "assembly.dismissal-no-step" : "assembly.step-of-others",
                    "title",
                    election.title(),
                    "step",
                    Phrase.of("assembly.step-" + step)));
        }
        switch (step) {
            case SETTLE_LIST -> {
                if (election.state() == State.PRE_ELECTION) {
                    reasons.addAll(chains.beforeSettling(election));
                }
            }
            case DECLARE_VALID ->
                counting.refuse(election).ifPresent(nothing -> reasons.add(voided(election, nothing)));
            case DECLARE_VOID -> {
                if (counting.refuse(election).isEmpty()) {
                    reasons.add(Refusal.by(
                            step.ground(),
                            "assembly.election-not-void",
                            "issued",
                            election.ballot().issued().orElseThrow(),
                            "collected",
                            election.ballot().collected().orElseThrow()));
                }
            }
            case COUNT -> reasons.addAll(box.beforeCount(election));
            case SUPERSEDE -> reasons.addAll(chains.beforeSuperseding(election));
            default -> {}
        }
        guards.forEach(guard -> reasons.addAll(guard.before(election, step, question)));
        return reasons;
    }

    private static boolean knows(Election election, ElectionStep step) {
        return DismissalBallots.knows(election, step) && ProjectBallots.knows(election, step);
    }

    private static Refusal voided(Election election, ElectionResult.Void nothing) {
        String code = switch (nothing.reason()) {
            case NO_QUORUM -> "assembly.election-void-quorum";
            case COLLECTED_EXCEEDS_ISSUED -> "assembly.election-void-collected";
        };
        return Refusal.by(
                Counting.source(election, nothing), code, "actual", nothing.actual(), "limit", nothing.limit());
    }

    @Override
    @Transactional
    public Ruling<Election> decided(UUID id, ElectionStep step, UUID question) {
        if (step.by() != ElectionStep.By.QUESTION) {
            return Ruling.refused(Refusal.at("step", "assembly.election-not-by-question", "value", step));
        }
        return in(id, election -> {
            List<Refusal> reasons = new ArrayList<>(against(election, step, Optional.of(question)));
            Optional<Question> asked = questions.byId(question);
            if (asked.filter(JdbcElections::adopted).isEmpty()) {
                reasons.add(Refusal.by(step.ground(), "assembly.election-not-decided", "question", question));
            }
            return reasons.isEmpty()
                    ? done(election, step, Optional.of(question), new Object[] {"question", question})
                    : Ruling.refused(reasons);
        });
    }

    private static boolean adopted(Question question) {
        return question.state() == Question.State.DECLARED
                && question.outcome()
                        .filter(outcome -> outcome.result() == Outcome.Result.ADOPTED)
                        .isPresent();
    }

    @Override
    public List<Possible> possible(UUID id) {
        return rows.byId(id).stream()
                .flatMap(election -> java.util.Arrays.stream(ElectionStep.values())
                        .filter(step -> step.from().contains(election.state()) && knows(election, step))
                        .map(step -> new Possible(
                                step,
                                step.by() == ElectionStep.By.QUESTION
                                        ? rules.against(election, step)
                                        : against(election, step, Optional.empty()))))
                .toList();
    }

    @Override
    public SlateCheck slate(UUID id) {
        return rules.slate(rows.byId(id).orElseThrow());
    }

    @Override
    public List<Candidate> candidates(UUID id) {
        return rows.candidates(id);
    }

    @Override
    @Transactional
    public Ruling<Election> issue(UUID id, String sitting, int issued, List<String> notReceived) {
        return in(id, election -> {
            List<Refusal> reasons = new ArrayList<>(against(election, ElectionStep.ISSUE, Optional.empty()));
            if (reasons.isEmpty()) {
                reasons.addAll(rules.hallFaults(election, sitting));
            }
            if (!reasons.isEmpty()) {
                if (reasons.stream().anyMatch(reason -> reason.code().equals("assembly.vote-quorum-missing"))) {
                    sittings.pauseWithoutQuorum(sitting);
                }
                return Ruling.refused(reasons);
            }
            Roll roll = sittings.roll(sitting);
            int handed = box.issue(election, roll.present(), issued);
            List<Refusal> figures = Box.issueFaults(handed, roll.present(), notReceived.size());
            if (!figures.isEmpty()) {
                return Ruling.refused(figures);
            }
            int attempt = election.state() == State.VOID ? election.attempt() + 1 : election.attempt();
            rows.issued(id, attempt, sitting, roll.due(), roll.present(), handed);
            Election now = rows.byId(id).orElseThrow();
            List<Refusal> unknown = box.receive(now, notReceived);
            if (!unknown.isEmpty()) {
                throw new org.yicheng.rule.RefusedException(unknown);
            }
            return done(now, ElectionStep.ISSUE, Optional.empty(), new Object[] {
                "due", roll.due(), "present", roll.present(), "issued", handed, "attempt", attempt
            });
        });
    }

    @Override
    @Transactional
    public Ruling<Election> collect(UUID id, int collected, List<String> notReturned) {
        return in(id, election -> {
            List<Refusal> reasons = new ArrayList<>(against(election, ElectionStep.COLLECT, Optional.empty()));
            if (collected < 0 || collected > 1_000_000) {
                reasons.add(Refusal.at("collected", "assembly.election-figure", "value", collected, "most", 1_000_000));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            BallotForm.Account account = box.collect(election, collected, notReturned);
            rows.collected(id, account.issued(), account.present(), account.collected());
            return done(election, ElectionStep.COLLECT, Optional.empty(), new Object[] {
                "issued", account.issued(), "collected", account.collected()
            });
        });
    }

    @Override
    public List<Refusal> wouldRefuse(UUID id, BallotPaper paper) {
        return rows.byId(id)
                .map(election -> ElectionRules.castFaults(
                        election, paper, rows.candidates(id).size()))
                .orElse(List.of());
    }

    @Override
    @Transactional
    public Ruling<InBox> cast(UUID id, UUID person, BallotPaper paper, String key) {
        return box.cast(id, person, paper, key);
    }

    @Override
    public boolean voted(UUID id, UUID person) {
        return rows.byId(id).map(election -> box.voted(election, person)).orElse(false);
    }

    @Override
    public Returned returned(UUID id) {
        return box.returned(rows.byId(id).orElseThrow());
    }

    @Override
    public List<Receiver> receivers(UUID id) {
        return box.receivers(rows.byId(id).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Election> follow(UUID id, boolean byVotes) {
        return in(id, election -> {
            List<Refusal> reasons = new ArrayList<>();
            Chains.occasion(election)
                    .ifPresent(occasion ->
                            guards.forEach(guard -> reasons.addAll(guard.beforeFollowing(election, occasion))));
            return reasons.isEmpty() ? chains.follow(election, byVotes) : Ruling.refused(reasons);
        });
    }

    @Override
    public Election.Result recount(UUID id) {
        return counting.result(rows.byId(id).orElseThrow());
    }

    /** Locks the election, then moves it. */
    private Ruling<Election> in(UUID id, Function<Election, Ruling<Election>> move) {
        Optional<Election> election = rows.locked(id);
        return election.isEmpty()
                ? Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id))
                : move.apply(election.get());
    }

    private Ruling<Election> done(Election election, ElectionStep step, Optional<UUID> question, Object[] facts) {
        rows.move(election, step.to(), question);
        Election now = rows.byId(election.id()).orElseThrow();
        events.publishEvent(new AssemblyEvent.ElectionMoved(now, step));
        Permission as = switch (step.by()) {
            case CLERK, QUESTION -> Permission.SITTING_PREPARE;
            case SCRUTINEER -> Permission.BALLOT_SCRUTINISE;
            case CHAIR -> Permission.QUESTION_MOVE;
        };
        acts.write(now, as, step.ground(now), step.word(), facts);
        return Ruling.granted(now);
    }
}
