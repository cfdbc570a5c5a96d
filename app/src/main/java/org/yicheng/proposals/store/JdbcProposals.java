package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
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
import org.yicheng.proposals.Proposals;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Movers, intake and examination of proposals, each step in one transaction with its act. */
@Component
class JdbcProposals implements Proposals {

    private static final Citation WITHDRAWAL = Citation.of(Law.PRODUCT, "proposal.withdrawal");

    private final Filings filings;
    private final FilingRows rows;
    private final FilingRules filingRules;
    private final ProposalRows proposalRows;
    private final ProposalRules rules;
    private final PlaceRows places;
    private final FilingActs acts;
    private final Bodies bodies;
    private final Windows windows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcProposals(
            Filings filings,
            FilingRows rows,
            FilingRules filingRules,
            ProposalRows proposalRows,
            ProposalRules rules,
            PlaceRows places,
            FilingActs acts,
            Bodies bodies,
            Windows windows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.filings = filings;
        this.rows = rows;
        this.filingRules = filingRules;
        this.proposalRows = proposalRows;
        this.rules = rules;
        this.places = places;
        this.acts = acts;
        this.bodies = bodies;
        this.windows = windows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Filing> draft(String body, Filings.Text text, Collective collective) {
        Optional<Member> convenor = Caller.current().person().flatMap(person -> bodies.memberOf(body, person));
        List<Refusal> against = new ArrayList<>(rules.againstMover(collective, true, convenor));
        against.addAll(filingRules.againstDraft(body, Kind.PROPOSAL, text, convenor));
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        Filing filing = filings.draft(body, Kind.PROPOSAL, text).orThrow();
        rows.set(filing.id(), Map.of("mover", collective.mover().name()));
        return moved(filing.id(), Permission.MATTER_FILE, collective);
    }

    private Ruling<Filing> moved(UUID id, Permission as, Collective collective) {
        proposalRows.moved(id, collective);
        acts.write(
                id,
                as,
                "proposals.file",
                ProposalRules.MOVERS,
                "mover",
                collective.mover(),
                "group",
                collective.name());
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Filing> enter(String body, Filings.Text text, Collective collective, boolean sealed) {
        List<Refusal> against = new ArrayList<>(rules.againstMover(collective, false, Optional.empty()));
        against.addAll(rules.againstKind(body, Kind.PROPOSAL));
        against.addAll(FilingRules.faults(Kind.PROPOSAL, text));
        if (!sealed) {
            against.add(Refusal.at("sealed", ProposalRules.REGULATIONS, "proposals.seal-missing"));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        boolean demo = bodies.byId(body).map(Body::demo).orElse(false);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        UUID id = rows.insert(
                windows.newest(body, Window.MOTION).map(Window::subject).orElse(Filings.beforeSessions(body)),
                body,
                Kind.PROPOSAL,
                text,
                collective.mover().name(),
                demo,
                now);
        rows.set(id, Map.of("state", State.SUBMITTED.name(), "received", now.atOffset(ZoneOffset.UTC)));
        return moved(id, Permission.MATTER_EXAMINE, collective);
    }

    @Override
    @Transactional
    public Ruling<Window> intake(String body, LocalDate opening, Instant until) {
        Optional<Window> session = windows.newest(body, Window.MOTION);
        List<Refusal> against = new ArrayList<>(rules.againstKind(body, Kind.PROPOSAL));
        Instant from = ProposalRules.startOf(opening.minusMonths(places.of(body).monthsBefore()));
        if (session.isEmpty()) {
            against.add(Refusal.plain("proposals.window-not-open-cppcc"));
        }
        if (until.isBefore(ProposalRules.startOf(opening))) {
            against.add(Refusal.at("until", "proposals.intake-order", "opening", opening, "until", until));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        String subject = session.orElseThrow().subject();
        Citation ground = Citation.of(Law.PRODUCT, "proposal.intake");
        windows.open(subject, WINDOW, body, from, ground);
        windows.end(subject, WINDOW, until, ground);
        return Ruling.granted(windows.of(subject, WINDOW).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Filing> review(UUID id, Outcome outcome, String reason) {
        Optional<Filing> filing = rows.byId(id, true);
        if (filing.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        List<Refusal> against = new ArrayList<>(filingRules.inState(filing.get(), State.REGISTERED));
        against.addAll(rules.againstReview(filing.get(), outcome, reason));
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        Caller caller = Caller.current();
        int given = proposalRows.reviews(id).size();
        proposalRows.review(
                id,
                caller.account().orElseThrow(),
                given + 1,
                new Review(caller.name(), outcome, reason.strip(), clock.instant()));
        boolean decides = given >= places.of(filing.get().body()).examiners();
        return decided(filing.get(), outcome, reason.strip(), decides);
    }

    private Ruling<Filing> decided(Filing filing, Outcome outcome, String reason, boolean decides) {
        if (decides) {
            rows.set(
                    filing.id(),
                    Map.of(
                            "state", State.DECIDED.name(),
                            "outcome", outcome.name(),
                            "opinion", outcome.name(),
                            "opinion_reason", reason));
        }
        acts.write(
                filing.id(),
                Permission.MATTER_EXAMINE,
                decides ? "proposals.conclude" : "proposals.examine",
                ProposalRules.REGULATIONS,
                decides ? "outcome" : "opinion",
                outcome);
        Filing after = rows.byId(filing.id(), false).orElseThrow();
        if (decides) {
            events.publishEvent(new FilingEvent.FilingDecided(after));
        }
        return Ruling.granted(after);
    }

    /** A clerk enters that a party, an organisation or a committee takes it back under its seal. */
    @Override
    @Transactional
    public Ruling<Filing> withdrawUnderSeal(UUID id, String reason) {
        Optional<Filing> filing = rows.byId(id, true);
        if (filing.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        List<Refusal> against = new ArrayList<>(filingRules.againstTakingBack(filing.get(), reason));
        if (proposalRows.collective(id).filter(one -> !one.mover().convened()).isEmpty()) {
            against.add(Refusal.by(WITHDRAWAL, "proposals.author-withdraws"));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        rows.set(id, Map.of("state", State.WITHDRAWN.name()));
        events.publishEvent(new FilingEvent.FilingWithdrawn(filing.get(), reason.strip()));
        acts.write(
                id, Permission.MATTER_EXAMINE, "proposals.withdraw-under-seal", WITHDRAWAL, "reason", reason.strip());
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }

    @Override
    public Facts of(Filing filing) {
        return new Facts(
                proposalRows.collective(filing.id()),
                rules.intake(filing),
                proposalRows.reviews(filing.id()),
                places.of(filing.body()).examiners());
    }

    @Override
    public Map<UUID, Collective> collectives(Collection<UUID> filings) {
        return proposalRows.collectives(filings);
    }
}
