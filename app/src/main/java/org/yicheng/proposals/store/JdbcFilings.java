package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.count.MotionFiling;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.FilingEvent;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The way of a filing, each step in one transaction with its act. */
@Component
class JdbcFilings implements Filings {

    private final FilingRows rows;
    private final FilingRules rules;
    private final PresidiumReport report;
    private final Conversion conversion;
    private final ApplicationEventPublisher events;
    private final Bodies bodies;
    private final Windows windows;
    private final FilingActs acts;
    private final Clock clock;

    JdbcFilings(
            FilingRows rows,
            FilingRules rules,
            PresidiumReport report,
            Conversion conversion,
            Bodies bodies,
            Windows windows,
            FilingActs acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.report = report;
        this.conversion = conversion;
        this.events = events;
        this.bodies = bodies;
        this.windows = windows;
        this.acts = acts;
        this.clock = clock;
    }

    // ---------------------------------------------------------------- written and signed

    @Override
    @Transactional
    public Ruling<Filing> draft(String body, Kind kind, Text text) {
        Optional<Member> author = deputy(body);
        List<Refusal> against = rules.againstDraft(body, kind, text, author);
        if (!against.isEmpty() || author.isEmpty()) {
            return Ruling.refused(against);
        }
        UUID id = insert(body, kind, text, "");
        rows.sign(id, author.get().mandate(), FilingRows.hash(kind, text), clock.instant());
        return changed(id, Permission.MATTER_FILE, "proposals.draft", kind.ground(), "kind", kind);
    }

    private UUID insert(String body, Kind kind, Text text, String mover) {
        String subject =
                windows.newest(body, Window.MOTION).map(Window::subject).orElse(Filings.beforeSessions(body));
        boolean demo = bodies.byId(body).map(Body::demo).orElse(false);
        return rows.insert(subject, body, kind, text, mover, demo, clock.instant());
    }

    @Override
    @Transactional
    public Ruling<Filing> edit(UUID id, int version, Text text) {
        return step(id, filing -> rules.againstEdit(filing, version, text, lead(filing)), filing -> {
            rows.change(filing, text);
            rows.sign(id, lead(filing).orElseThrow(), FilingRows.hash(filing.kind(), text), clock.instant());
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.edit",
                    filing.kind().ground(),
                    "before",
                    filing.textHash(),
                    "after",
                    FilingRows.hash(filing.kind(), text));
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> invite(UUID id, List<String> numbers) {
        return step(id, filing -> rules.againstInvitation(filing, numbers, lead(filing)), filing -> {
            numbers.stream()
                    .flatMap(number -> bodies.memberByNumber(filing.body(), number).stream())
                    .forEach(member -> rows.invite(id, member.mandate()));
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.invite",
                    filing.kind().ground(),
                    "invited",
                    numbers.size());
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> sign(UUID id, String textHash) {
        return step(id, filing -> rules.againstSignature(filing, textHash, deputy(filing.body())), filing -> {
            Member member = deputy(filing.body()).orElseThrow();
            rows.sign(id, member.mandate(), textHash, clock.instant());
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.sign",
                    filing.kind().ground(),
                    "member",
                    member.number(),
                    "text",
                    textHash);
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> takeBack(UUID id) {
        return step(id, filing -> rules.againstTakingBack(filing, deputy(filing.body())), filing -> {
            Member member = deputy(filing.body()).orElseThrow();
            rows.takeBack(id, member.mandate(), clock.instant());
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.take-back",
                    filing.kind().ground(),
                    "member",
                    member.number());
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> submit(UUID id, boolean oneMatter) {
        // The second of the deadline is in time (motion.deadline-inclusive): what came within it came at it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return step(id, filing -> rules.againstSubmission(filing, now, lead(filing), oneMatter), filing -> {
            MotionFiling.Acceptance acceptance = rules.acceptance(filing, now);
            boolean short_ = acceptance.as() == MotionFiling.AcceptedAs.SUGGESTION;
            Map<String, Object> columns = new HashMap<>();
            columns.put("state", (short_ ? State.OFFERED : State.SUBMITTED).name());
            columns.put("received", now.atOffset(ZoneOffset.UTC));
            if (short_) {
                columns.put("shortfall", acceptance.reason().name());
            }
            rows.set(id, Map.copyOf(columns));
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.submit",
                    acceptance.source(),
                    "signers",
                    acceptance.validSigners(),
                    "required",
                    acceptance.required(),
                    "as",
                    acceptance.as(),
                    "reason",
                    acceptance.reason());
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> asSuggestion(UUID id) {
        return step(id, filing -> rules.againstConversion(filing, lead(filing)), this::convert);
    }

    private Ruling<Filing> convert(Filing filing) {
        UUID suggestion = conversion.suggestion(filing);
        rows.set(filing.id(), Map.of("state", State.CONVERTED.name(), "linked", suggestion));
        return changed(
                suggestion, Permission.MATTER_FILE, "proposals.convert", Kind.SUGGESTION.ground(), "from", filing.id());
    }

    @Override
    @Transactional
    public Ruling<Filing> withdraw(UUID id, String reason) {
        return step(id, filing -> rules.againstWithdrawal(filing, reason, lead(filing)), filing -> {
            rows.set(id, Map.of("state", State.WITHDRAWN.name()));
            events.publishEvent(new FilingEvent.FilingWithdrawn(filing, reason));
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.withdraw",
                    filing.kind() == Kind.MOTION
                            ? Citation.of(Law.ORGANIC, "22(3)")
                            : filing.kind().ground(),
                    "reason",
                    reason);
        });
    }

    // ---------------------------------------------------------------- examined and decided

    @Override
    @Transactional
    public Ruling<Filing> file(String body, Kind kind, Text text, String mover) {
        List<Refusal> against = rules.againstBodysMotion(body, kind, text, mover);
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        UUID id = insert(body, kind, text, mover);
        rows.set(
                id,
                Map.of(
                        "state",
                        State.SUBMITTED.name(),
                        "received",
                        clock.instant().atOffset(ZoneOffset.UTC)));
        return changed(
                id, Permission.MATTER_EXAMINE, "proposals.file", Citation.of(Law.ORGANIC, "22(1)"), "mover", mover);
    }

    @Override
    @Transactional
    public Ruling<Filing> register(UUID id) {
        return step(id, filing -> rules.inState(filing, State.SUBMITTED), filing -> {
            int number = rows.number(filing.subject(), filing.kind());
            rows.set(id, Map.of("state", State.REGISTERED.name(), "number", number));
            events.publishEvent(
                    new FilingEvent.FilingRegistered(rows.byId(id, false).orElseThrow()));
            return changed(
                    id,
                    Permission.MATTER_EXAMINE,
                    "proposals.register",
                    filing.kind().ground(),
                    "number",
                    number);
        });
    }

    @Override
    public Filing.Opinion proposed(Filing filing) {
        return rules.proposed(filing);
    }

    @Override
    @Transactional
    public Ruling<Filing> examine(UUID id, Filing.Opinion opinion) {
        return step(id, filing -> rules.againstOpinion(filing, opinion), filing -> {
            rows.set(
                    id,
                    Map.of(
                            "state", State.EXAMINED.name(),
                            "opinion", opinion.outcome().name(),
                            "opinion_reason", opinion.reason()));
            events.publishEvent(
                    new FilingEvent.FilingExamined(rows.byId(id, false).orElseThrow()));
            return changed(
                    id,
                    Permission.MATTER_EXAMINE,
                    "proposals.examine",
                    filing.kind().ground(),
                    "opinion",
                    opinion.outcome());
        });
    }

    @Override
    @Transactional
    public Ruling<Question> report(String subject, String sitting) {
        return report.list(subject, sitting);
    }

    @Override
    @Transactional
    public Ruling<Question> consent(UUID id, String sitting) {
        return switch (known(id)) {
            case Ruling.Refused<Filing>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Filing>(Filing filing)
            when filing.outcome().filter(Outcome.AGENDA::equals).isPresent() -> report.consent(filing, sitting);
            case Ruling.Granted<Filing>(Filing filing) -> Ruling.refused(rules.inState(filing, State.DECIDED));
        };
    }

    @Override
    @Transactional
    public Ruling<Filing> reconsider(UUID id) {
        return step(id, filing -> rules.againstReconsideration(filing, deputy(filing.body())), filing -> {
            rows.voice(id, deputy(filing.body()).orElseThrow().mandate(), Voice.RECONSIDER.name());
            int asking = rows.voices(id, Voice.RECONSIDER.name());
            boolean enough = rules.moreThanHalf(filing, asking);
            if (enough) {
                rows.set(id, Map.of("state", State.REGISTERED.name()));
                rows.clearVoices(id, Voice.RECONSIDER.name());
                events.publishEvent(new FilingEvent.FilingReconsidered(filing));
            }
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.reconsider",
                    FilingRules.RECONSIDERATION,
                    "asking",
                    asking,
                    "enough",
                    enough);
        });
    }

    // ---------------------------------------------------------------- answered

    @Override
    @Transactional
    public Ruling<Filing> answer(UUID id, String text) {
        return step(id, filing -> rules.againstAnswer(filing, text), filing -> {
            rows.set(id, Map.of("answer", text.strip()));
            rows.clearVoices(id, Voice.NOT_SATISFIED.name());
            return changed(
                    id,
                    Permission.MATTER_EXAMINE,
                    "proposals.answer",
                    filing.kind().ground());
        });
    }

    @Override
    @Transactional
    public Ruling<Filing> notSatisfied(UUID id) {
        return step(id, filing -> rules.againstVoice(filing, deputy(filing.body())), filing -> {
            rows.voice(id, deputy(filing.body()).orElseThrow().mandate(), Voice.NOT_SATISFIED.name());
            return changed(
                    id,
                    Permission.MATTER_FILE,
                    "proposals.not-satisfied",
                    filing.kind().ground(),
                    "voices",
                    rows.voices(id, Voice.NOT_SATISFIED.name()));
        });
    }

    @Override
    public int voices(UUID id, Voice voice) {
        return rows.voices(id, voice.name());
    }

    // ---------------------------------------------------------------- read

    @Override
    public Optional<Filing> byId(UUID id) {
        return rows.byId(id, false);
    }

    @Override
    public Map<UUID, Filing> byIds(Collection<UUID> ids) {
        return rows.byIds(ids).stream().collect(Collectors.toMap(Filing::id, filing -> filing));
    }

    @Override
    public List<Filing> ofSession(String subject) {
        return rows.ofSession(subject);
    }

    @Override
    public List<String> bodies() {
        return rules.bodies();
    }

    @Override
    public List<Filing> own() {
        return rows.of(Caller.current().person().stream()
                .flatMap(person -> rules.bodies().stream().flatMap(body -> bodies.memberOf(body, person).stream()))
                .map(Member::mandate)
                .toList());
    }

    // ---------------------------------------------------------------- helpers

    /** What stands against a step; empty = nothing. */
    private interface Against {
        List<Refusal> of(Filing filing);
    }

    private interface Step {
        Ruling<Filing> take(Filing filing);
    }

    private Ruling<Filing> step(UUID id, Against against, Step step) {
        return switch (known(id)) {
            case Ruling.Refused<Filing> refused -> refused;
            case Ruling.Granted<Filing>(Filing filing) -> {
                List<Refusal> reasons = against.of(filing);
                yield reasons.isEmpty() ? step.take(filing) : Ruling.refused(reasons);
            }
        };
    }

    private Ruling<Filing> known(UUID id) {
        return rows.byId(id, true)
                .map(Ruling::granted)
                .orElseGet(() -> Ruling.refused(Refusal.plain("proposals.unknown", "value", id)));
    }

    private Optional<Member> deputy(String body) {
        return Caller.current().person().flatMap(person -> bodies.memberOf(body, person));
    }

    /** The caller's mandate, if the caller leads this filing. */
    private Optional<UUID> lead(Filing filing) {
        return deputy(filing.body())
                .map(Member::mandate)
                .filter(mandate -> !filing.signatures().isEmpty()
                        && filing.signatures().getFirst().mandate().equals(mandate));
    }

    private Ruling<Filing> changed(UUID id, Permission as, String verb, Citation ground, Object... facts) {
        acts.write(id, as, verb, ground, facts);
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }
}
