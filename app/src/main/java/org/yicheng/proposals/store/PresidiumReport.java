package org.yicheng.proposals.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.FilingEvent;
import org.yicheng.proposals.Kind;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** What goes to the presidium: the report on the handling of motions, and consent to withdrawals. Decided is done. */
@Component
class PresidiumReport {

    private static final String REPORT = "proposals-report:";
    private static final String WITHDRAWAL = "proposals-withdrawal:";
    private static final Citation DECIDES = Citation.of(Law.ORGANIC, "22(2)");
    private static final Citation CONSENT = Citation.of(Law.ORGANIC, "22(3)");

    private final FilingRows rows;
    private final Conversion conversion;
    private final ApplicationEventPublisher events;
    private final Sittings sittings;
    private final Questions questions;
    private final Journal journal;
    private final Words words;
    private final Clock clock;

    PresidiumReport(
            FilingRows rows,
            Conversion conversion,
            Sittings sittings,
            Questions questions,
            Journal journal,
            ApplicationEventPublisher events,
            Words words,
            Clock clock) {
        this.conversion = conversion;
        this.events = events;
        this.rows = rows;
        this.sittings = sittings;
        this.questions = questions;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    Ruling<Question> list(String subject, String sitting) {
        List<Filing> examined = examined(subject);
        List<Refusal> against = new ArrayList<>(againstSitting(subject, sitting));
        if (examined.isEmpty()) {
            against.add(Refusal.by(DECIDES, "proposals.nothing-examined"));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        return Ruling.granted(questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual("表决关于代表提出的议案处理意见的报告", "Vote on the report on the handling of deputies' motions"),
                text(examined),
                REPORT + subject,
                VotingMode.ELECTRONIC_UNRECORDED)));
    }

    private List<Filing> examined(String subject) {
        return rows.ofSession(subject).stream()
                .filter(filing -> filing.state() == State.EXAMINED)
                .sorted(java.util.Comparator.comparing(Filing::kind)
                        .thenComparing(filing -> filing.number().orElse(0)))
                .toList();
    }

    private String text(List<Filing> examined) {
        return examined.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Filing filing) {
        Filing.Opinion opinion = filing.opinion().orElseThrow();
        return words.say(
                Language.ZH,
                "proposals.report-line",
                "kind",
                Phrase.of("proposals.kind-" + filing.kind()),
                "number",
                filing.number().orElse(0),
                "title",
                filing.title(),
                "outcome",
                Phrase.of("proposals.outcome-" + opinion.outcome()),
                "reason",
                opinion.reason().isBlank() ? "" : "（" + opinion.reason() + "）");
    }

    private List<Refusal> againstSitting(String subject, String sitting) {
        boolean fits = sittings.byId(sitting)
                .filter(found -> found.kind() == Sitting.Kind.PRESIDIUM
                        && found.subject().equals(subject))
                .isPresent();
        return fits ? List.of() : List.of(Refusal.at("sitting", DECIDES, "proposals.not-presidium", "value", sitting));
    }

    Ruling<Question> consent(Filing filing, String sitting) {
        List<Refusal> against = againstSitting(filing.subject(), sitting);
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        return Ruling.granted(questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual(
                        "表决是否同意撤回《" + filing.title() + "》", "Consent to the withdrawal of “" + filing.title() + "”"),
                filing.title(),
                WITHDRAWAL + filing.id(),
                VotingMode.ELECTRONIC_UNRECORDED)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        String subject = event.question().subject();
        if (event.outcome().result() != Outcome.Result.ADOPTED) {
            return;
        }
        if (subject.startsWith(REPORT)) {
            String session = subject.substring(REPORT.length());
            if (againstSitting(session, event.question().sitting()).isEmpty()) {
                examined(session)
                        .forEach(filing -> decide(filing, event.question().id()));
            }
        } else if (subject.startsWith(WITHDRAWAL)) {
            rows.byId(UUID.fromString(subject.substring(WITHDRAWAL.length())), true)
                    .filter(filing -> againstSitting(
                                    filing.subject(), event.question().sitting())
                            .isEmpty())
                    .ifPresent(filing -> withdraw(filing, event.question().id()));
        }
    }

    private void decide(Filing filing, UUID question) {
        rows.decidedBy(filing.id(), question);
        Filing.Outcome outcome = filing.opinion().orElseThrow().outcome();
        rows.set(filing.id(), Map.of("state", State.DECIDED.name(), "outcome", outcome.name()));
        if (outcome == Filing.Outcome.TO_SUGGESTION) {
            rows.set(filing.id(), Map.of("linked", conversion.suggestion(filing)));
        }
        events.publishEvent(
                new FilingEvent.FilingDecided(rows.byId(filing.id(), false).orElseThrow()));
        act(
                filing,
                "proposals.decide",
                DECIDES,
                Map.of("outcome", outcome.name(), "kind", filing.kind().name()));
    }

    private void withdraw(Filing filing, UUID question) {
        rows.decidedBy(filing.id(), question);
        rows.set(filing.id(), Map.of("state", State.WITHDRAWN.name()));
        events.publishEvent(new FilingEvent.FilingWithdrawn(filing, "主席团同意撤回"));
        act(filing, "proposals.withdraw", CONSENT, Map.of("kind", Kind.MOTION.name()));
    }

    private void act(Filing filing, String verb, Citation ground, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.QUESTION_MOVE),
                verb,
                "filing:" + filing.id(),
                Optional.of(ground.key()),
                facts));
    }
}
