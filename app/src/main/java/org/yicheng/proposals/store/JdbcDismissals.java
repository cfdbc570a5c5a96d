package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.Instant;
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
import org.yicheng.assembly.AssemblyEvent.ElectionMoved;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.VotingMode;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissal.State;
import org.yicheng.proposals.Dismissal.Way;
import org.yicheng.proposals.Dismissals;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** The way of a dismissal, each step in one transaction with its act; what a vote decides follows from its result. */
@Component
class JdbcDismissals implements Dismissals {

    private final FilingRows filings;
    private final DismissalRows rows;
    private final DismissalRules rules;
    private final DismissalPapers papers;
    private final Questions questions;
    private final Elections elections;
    private final Journal journal;
    private final Words words;
    private final Clock clock;

    JdbcDismissals(
            FilingRows filings,
            DismissalRows rows,
            DismissalRules rules,
            DismissalPapers papers,
            Questions questions,
            @Lazy Elections elections,
            Journal journal,
            Words words,
            Clock clock) {
        this.filings = filings;
        this.rows = rows;
        this.rules = rules;
        this.papers = papers;
        this.questions = questions;
        this.elections = elections;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Question> toPresidium(UUID id, ToPresidium asked) {
        return step(id, filing -> rules.againstPresidium(filing, asked.sitting()), filing -> {
            Question question = list(
                    filing, asked.sitting(), "proposals.dismissal-ask-" + asked.way(), "proposals-dismissal-submit:");
            rows.ask(id, asked, question.id());
            act(
                    filing,
                    "proposals.dismissal.ask",
                    DismissalRules.MOVED,
                    "way",
                    asked.way(),
                    "sitting",
                    asked.sitting());
            return question;
        });
    }

    private Question list(Filing filing, String sitting, String title, String subject) {
        Bilingual said = words.both(Phrase.of(title, "title", filing.title()));
        return questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                said,
                papers.text(filing),
                subject + filing.id(),
                VotingMode.ELECTRONIC_UNRECORDED));
    }

    @Override
    @Transactional
    public Ruling<Dismissal> hear(UUID id, Heard heard) {
        return step(id, filing -> againstHearing(filing, heard), filing -> {
            int number = rows.hear(id, heard, clock.instant());
            act(
                    filing,
                    "proposals.dismissal.hear",
                    DismissalRules.DEFENCE,
                    "form",
                    heard.form(),
                    "number",
                    number,
                    "length",
                    heard.text().strip().length());
            return rows.of(id).orElseThrow();
        });
    }

    private List<Refusal> againstHearing(Filing filing, Heard heard) {
        return rows.of(filing.id()).isPresent() || filing.kind() != Kind.DISMISSAL
                ? rules.againstHearing(filing, heard)
                : List.of(Refusal.by(DismissalRules.MOVED, "proposals.dismissal-not-asked"));
    }

    @Override
    @Transactional
    public Ruling<Papers.Paper> print(UUID id, int number) {
        return step(id, filing -> rules.againstPrinting(filing, number), filing -> {
            Dismissal dismissal = rows.of(id).orElseThrow();
            Papers.Paper paper = papers.defence(filing, dismissal, number);
            rows.printed(id, number, paper.id());
            act(filing, "proposals.dismissal.print", DismissalRules.DEFENCE, "number", number);
            return paper;
        });
    }

    @Override
    @Transactional
    public Ruling<Question> toPlenary(UUID id, String sitting) {
        return step(id, filing -> rules.againstPlenary(filing, sitting), filing -> {
            Way way = rows.of(id).orElseThrow().way();
            Question question = list(filing, sitting, "proposals.dismissal-put-" + way, "proposals-dismissal:");
            rows.vote(id, question.id());
            act(filing, "proposals.dismissal.put", DismissalRules.VOTE, "way", way, "sitting", sitting);
            return question;
        });
    }

    @Override
    @Transactional
    public Ruling<Election> toBallot(UUID id) {
        Optional<Filing> found = filings.byId(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        Filing filing = found.get();
        List<Refusal> reasons = rules.againstBallot(filing);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        return elections
                .dismissal(new Elections.Dismissing(
                        filing.body(),
                        words.both(Phrase.of("proposals.dismissal-put-VOTE", "title", filing.title())),
                        filing.parts().getOrDefault(Kind.Part.PERSON, ""),
                        papers.text(filing),
                        filing.subject()))
                .map(election -> {
                    rows.ballot(id, election.id());
                    act(
                            filing,
                            "proposals.dismissal.ballot",
                            DismissalRules.VOTE,
                            "way",
                            Way.VOTE,
                            "election",
                            election.id());
                    return election;
                });
    }

    @Override
    @Transactional
    public Ruling<Dismissal> approve(UUID id, String reference) {
        return step(id, filing -> rules.againstApproval(filing, reference), filing -> {
            rows.approve(id, reference.strip());
            act(filing, "proposals.dismissal.approve", DismissalRules.APPROVAL, "reference", reference.strip());
            return rows.of(id).orElseThrow();
        });
    }

    @Override
    @Transactional
    public Ruling<Papers.Paper> proclaim(UUID id) {
        return step(id, rules::againstProclamation, filing -> {
            Dismissal dismissal = rows.of(id).orElseThrow();
            Papers.Paper paper = papers.proclamation(filing, decidedAt(dismissal));
            act(filing, "proposals.dismissal.proclaim", DismissalRules.VOTE);
            return paper;
        });
    }

    /** When the result was announced: of the papers, else of the question. */
    private Instant decidedAt(Dismissal dismissal) {
        return dismissal.ballot().stream()
                .flatMap(ballot -> elections.history(ballot).stream())
                .filter(entered -> entered.state() == Election.State.ANNOUNCED)
                .map(Elections.Entered::at)
                .reduce((_, last) -> last)
                .or(() -> dismissal.vote().flatMap(questions::byId).flatMap(Question::declared))
                .orElseThrow();
    }

    @Override
    public Optional<Dismissal> of(UUID filing) {
        return rows.of(filing);
    }

    @Override
    public List<Filing> submitted(String subject) {
        return rows.submitted(subject).stream()
                .flatMap(id -> filings.byId(id, false).stream())
                .toList();
    }

    // ---------------------------------------------------------------- what votes decide

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        UUID question = event.question().id();
        rows.byQuestion(question).ifPresent(dismissal -> {
            State next = dismissal.presidium().equals(question)
                    ? bySubmission(dismissal, event.outcome().result())
                    : byVote(dismissal, event.outcome().result());
            if (next != dismissal.state()) {
                move(dismissal, next);
            }
        });
    }

    /** The result of the papers counts once it is announced; annulled, the vote is taken again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(ElectionMoved event) {
        rows.byBallot(event.election().id()).ifPresent(dismissal -> {
            State next = switch (event.step()) {
                case ANNOUNCE ->
                    event.election()
                                    .outcome()
                                    .filter(result -> !result.elected().isEmpty())
                                    .isPresent()
                            ? State.DISMISSED
                            : State.KEPT;
                case SUPERSEDE -> State.SUBMITTED;
                default -> dismissal.state();
            };
            if (next != dismissal.state()) {
                move(dismissal, next);
            }
        });
    }

    /** A corrected count of the presidium changes nothing any more once the plenary has decided. */
    private static State bySubmission(Dismissal dismissal, Outcome.Result result) {
        if (dismissal.over()) {
            return dismissal.state();
        }
        return result == Outcome.Result.ADOPTED ? State.SUBMITTED : State.WAITING;
    }

    private static State byVote(Dismissal dismissal, Outcome.Result result) {
        return switch (result) {
            case ADOPTED -> dismissal.way() == Way.VOTE ? State.DISMISSED : State.INVESTIGATION;
            // Without an investigation the presidium has to say anew what is put to the vote.
            case REJECTED -> dismissal.way() == Way.VOTE ? State.KEPT : State.WAITING;
            default -> State.SUBMITTED;
        };
    }

    private void move(Dismissal dismissal, State next) {
        rows.move(dismissal.filing(), next);
        Filing filing = filings.byId(dismissal.filing(), true).orElseThrow();
        if (next == State.SUBMITTED && filing.state() == Filing.State.REGISTERED) {
            filings.set(
                    filing.id(), Map.of("state", Filing.State.DECIDED.name(), "outcome", Filing.Outcome.AGENDA.name()));
        }
        act(filing, "proposals.dismissal.decide", DismissalRules.VOTE, "from", dismissal.state(), "to", next);
    }

    // ---------------------------------------------------------------- helpers

    private <T> Ruling<T> step(UUID id, Function<Filing, List<Refusal>> against, Function<Filing, T> step) {
        Optional<Filing> filing = filings.byId(id, true);
        if (filing.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        List<Refusal> reasons = against.apply(filing.get());
        return reasons.isEmpty() ? Ruling.granted(step.apply(filing.get())) : Ruling.refused(reasons);
    }

    private void act(Filing filing, String verb, Citation ground, Object... facts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.MATTER_EXAMINE),
                verb,
                "filing:" + filing.id(),
                Optional.of(ground.key()),
                map));
    }
}
