package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.AssemblyEvent.QuestionPutAgain;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Mandates.Ground;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.QuestionGuard;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignation.Competence;
import org.yicheng.congress.Resignation.Kind;
import org.yicheng.congress.Resignation.State;
import org.yicheng.congress.Resignations;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Resignations: every step locks the row, asks its rules, moves, and writes its act. */
@Component
class JdbcResignations implements Resignations, QuestionGuard {

    private static final String SUBJECT = "congress-resignation:";

    private final ResignationRows rows;
    private final ResignationRules rules;
    private final ResignationPapers papers;
    private final Committees committees;
    private final Mandates mandates;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Journal journal;
    private final Words words;
    private final Clock clock;

    JdbcResignations(
            ResignationRows rows,
            @Lazy ResignationRules rules,
            ResignationPapers papers,
            Committees committees,
            Mandates mandates,
            Bodies bodies,
            @Lazy Sittings sittings,
            @Lazy Questions questions,
            Journal journal,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.papers = papers;
        this.committees = committees;
        this.mandates = mandates;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Resignation> file(String body, Letter letter) {
        List<Refusal> reasons = rules.againstFiling(body, letter);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Optional<Member> member = ResignationRules.rostered(letter) ? rules.member(body, letter) : Optional.empty();
        String congress = bodies.byId(body).orElseThrow().name().zh();
        String title = letter.title().strip().isEmpty()
                ? congress + "代表"
                : letter.title().strip();
        UUID id = rows.insert(
                body, letter, member.map(Member::name).orElse(letter.person().strip()), title, clock.instant());
        Resignation filed = rows.byId(id, false).orElseThrow();
        act(filed, "congress.resignation.file", "kind", filed.kind(), "number", filed.number());
        return Ruling.granted(filed);
    }

    @Override
    @Transactional
    public Ruling<Resignation> withdraw(UUID id, String reason) {
        return step(id, one -> rules.againstWithdrawal(one, reason.strip()), one -> {
            one.question()
                    .flatMap(questions::byId)
                    .filter(question ->
                            question.state() == Question.State.LISTED || question.state() == Question.State.PUT)
                    .ifPresent(question ->
                            questions.withdraw(question.id(), reason.strip()).orThrow());
            rows.set(id, Map.of("state", State.WITHDRAWN.name()));
            act(one, "congress.resignation.withdraw", "number", one.number(), "reason", reason.strip());
            return rows.byId(id, false).orElseThrow();
        });
    }

    @Override
    public Competence competence(Resignation resignation) {
        return rules.competence(resignation);
    }

    @Override
    public List<Sitting> sittings(Resignation resignation) {
        return rules.sittings(resignation);
    }

    @Override
    @Transactional
    public Ruling<Question> put(UUID id, String sitting, VotingMode mode) {
        return step(id, one -> againstPutting(one, sitting, mode), one -> {
            Question question = questions.list(new Questions.NewQuestion(
                    sitting,
                    Question.Kind.RESOLUTION,
                    words.both(
                            Phrase.of("congress.resignation-question", "person", one.person(), "title", one.title())),
                    papers.text(one),
                    SUBJECT + id,
                    mode));
            Competence competence = rules.competence(one);
            rows.set(id, Map.of("state", State.PUT.name(), "question", question.id(), "competence", competence.name()));
            act(one, "congress.resignation.put", "number", one.number(), "sitting", sitting);
            return question;
        });
    }

    private List<Refusal> againstPutting(Resignation resignation, String sitting, VotingMode mode) {
        List<Refusal> reasons = new ArrayList<>(rules.againstPutting(resignation, sitting));
        sittings.byId(sitting)
                .filter(found -> !bodies.rules(found.body()).modes().contains(mode) || mode.uncounted())
                .ifPresent(_ -> reasons.add(Refusal.at(
                        "mode", "congress.resignation-mode", "value", Phrase.of("assembly.mode-" + mode.name()))));
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Resignation> enterDecision(UUID id, String decision) {
        return step(id, one -> rules.againstDecision(one, decision), one -> {
            rows.set(
                    id,
                    Map.of(
                            "competence",
                            Competence.ELECTING.name(),
                            "decision",
                            decision.strip(),
                            "decided_at",
                            clock.instant()));
            act(one, "congress.resignation.decide", "number", one.number(), "decision", decision.strip());
            return end(rows.byId(id, true).orElseThrow(), clock.instant(), decision.strip());
        });
    }

    @Override
    @Transactional
    public Ruling<Resignation> approve(UUID id, String reference) {
        return step(id, one -> rules.againstApproval(one, reference), one -> {
            rows.set(id, Map.of("approval", reference.strip(), "approved_at", clock.instant()));
            act(one, "congress.resignation.approve", "number", one.number(), "reference", reference.strip());
            return end(one, clock.instant(), one.decision());
        });
    }

    /** The post ends: a seat in the committee, a deputy's mandate with every seat below it (EL 56). */
    private Resignation end(Resignation one, Instant effective, String decision) {
        if (one.kind() == Kind.DEPUTY) {
            mandates.end(one.body(), one.member().orElseThrow(), Ground.RESIGNED, effective, decision)
                    .orThrow();
        } else if (one.member().isPresent()) {
            committees
                    .end(one.body(), one.member().get(), Ground.RESIGNED, effective, decision)
                    .orThrow();
        }
        rows.set(one.id(), Map.of("state", State.EFFECTIVE.name(), "effective_at", effective));
        return rows.byId(one.id(), false).orElseThrow();
    }

    @Override
    @Transactional
    public Ruling<Resignation> report(UUID id, String reference) {
        return step(id, one -> rules.againstReport(one, reference), one -> {
            rows.set(id, Map.of("report", reference.strip(), "reported_at", clock.instant()));
            act(one, "congress.resignation.report", "number", one.number(), "reference", reference.strip());
            return rows.byId(id, false).orElseThrow();
        });
    }

    @Override
    @Transactional
    public Ruling<Papers.Paper> proclaim(UUID id) {
        return step(id, rules::againstProclaiming, one -> {
            Papers.Paper paper = papers.proclamation(one);
            act(one, "congress.resignation.proclaim", "number", one.number());
            return paper;
        });
    }

    @Override
    public Optional<Resignation> byId(UUID id) {
        return rows.byId(id, false);
    }

    @Override
    public List<Resignation> of(String body) {
        return rows.of(body);
    }

    // ---------------------------------------------------------------- what votes decide

    @Override
    public List<Refusal> beforeVote(Question question, VotingMode mode) {
        return rows.byQuestion(question.id())
                .map(one -> {
                    List<Refusal> reasons = new ArrayList<>(rules.inState(one, State.PUT));
                    reasons.addAll(rules.againstSitting(one, question.sitting()));
                    return reasons;
                })
                .orElse(List.of());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        Question question = event.question();
        // A result corrected after the post ended gives nothing back; the page says that the two do not agree.
        rows.byQuestion(question.id())
                .flatMap(one -> rows.byId(one.id(), true))
                .filter(one ->
                        one.state() == State.PUT || one.state() == State.REJECTED || one.state() == State.ACCEPTED)
                .ifPresent(one -> take(one, question, event.outcome().result()));
    }

    private void take(Resignation one, Question question, Outcome.Result result) {
        Instant at = question.declared().orElseGet(clock::instant);
        if (result != Outcome.Result.ADOPTED) {
            Map<String, Object> columns = new HashMap<>();
            columns.put("state", (result == Outcome.Result.REJECTED ? State.REJECTED : State.FILED).name());
            columns.put("decided_at", at);
            columns.put("decision", "");
            rows.set(one.id(), columns);
            act(one, "congress.resignation.decide", "number", one.number(), "result", result);
            return;
        }
        String decision = papers.decision(question, at);
        rows.set(one.id(), Map.of("state", State.ACCEPTED.name(), "decided_at", at, "decision", decision));
        act(one, "congress.resignation.decide", "number", one.number(), "result", result);
        if (!one.approvedAbove()) {
            end(one, at, decision);
        }
    }

    /** A vote that was void because the devices failed is taken again on the same resignation. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void putAgain(QuestionPutAgain event) {
        rows.byQuestion(event.first().id())
                .ifPresent(one ->
                        rows.set(one.id(), Map.of("question", event.again().id(), "state", State.PUT.name())));
    }

    // ---------------------------------------------------------------- helpers

    private <T> Ruling<T> step(UUID id, Function<Resignation, List<Refusal>> against, Function<Resignation, T> step) {
        Optional<Resignation> found = rows.byId(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.resignation-unknown", "value", id));
        }
        List<Refusal> reasons = against.apply(found.get());
        return reasons.isEmpty() ? Ruling.granted(step.apply(found.get())) : Ruling.refused(reasons);
    }

    private void act(Resignation one, String verb, Object... facts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        Citation ground = rules.ground(one);
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.SITTING_PREPARE),
                verb,
                "resignation:" + one.id(),
                Optional.of(ground.key()),
                map));
    }
}
