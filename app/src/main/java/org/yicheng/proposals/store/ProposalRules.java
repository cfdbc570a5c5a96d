package org.yicheng.proposals.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Intake;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a step of a proposal (提案): all reasons at once. */
@Component
class ProposalRules {

    static final Citation MOVERS = Citation.of(Law.CPPCC_PROPOSALS, 2);
    /** Form, signatures and seals, examination: their articles could not be read. */
    static final Citation REGULATIONS = Citation.of(Law.CPPCC_PROPOSALS, "");

    private static final Citation THREE_PERSONS = Citation.of(Law.PRODUCT, "proposal.review");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_NAME = 50;

    private final Bodies bodies;
    private final Sittings sittings;
    private final Windows windows;
    private final ProposalRows rows;

    ProposalRules(Bodies bodies, Sittings sittings, Windows windows, ProposalRows rows) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.windows = windows;
        this.rows = rows;
    }

    /** A kind belongs to a congress or to a CPPCC committee. */
    List<Refusal> againstKind(String body, Kind kind) {
        Optional<Body> found = bodies.byId(body);
        if (found.isPresent() && !Kind.of(found.get().kind()).contains(kind)) {
            return List.of(Refusal.at(
                    "kind",
                    kind.ground(),
                    "proposals.kind-not-here",
                    "kind",
                    Phrase.of("proposals.kind-" + kind),
                    "body",
                    found.get().name()));
        }
        return List.of();
    }

    boolean cppcc(String body) {
        return bodies.byId(body)
                .filter(found -> found.kind() == Body.Kind.CPPCC)
                .isPresent();
    }

    List<Refusal> againstMover(Collective collective, boolean convened, Optional<Member> member) {
        List<Refusal> against = new ArrayList<>();
        if (collective.mover().convened() != convened) {
            against.add(Refusal.at(
                    "mover",
                    REGULATIONS,
                    convened ? "proposals.mover-seals" : "proposals.mover-convened",
                    "mover",
                    Phrase.of("proposals.mover-" + collective.mover())));
        }
        String name = collective.name();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            against.add(
                    Refusal.at("name", "proposals.mover-name-length", "value", name.length(), "most", LONGEST_NAME));
        }
        boolean other = member.filter(one -> !one.groupName().equals(name)).isPresent();
        if (collective.mover() == Mover.SECTOR && other) {
            against.add(Refusal.at(
                    "name",
                    MOVERS,
                    "proposals.not-own-sector",
                    "value",
                    name,
                    "own",
                    member.orElseThrow().groupName()));
        }
        return against;
    }

    /** Sectors, groups and joint groups move proposals during the plenary only. */
    List<Refusal> againstSubmission(Filing filing, Instant now) {
        boolean convened = rows.collective(filing.id())
                .filter(collective -> collective.mover().convened())
                .isPresent();
        return convened ? againstConvened(filing.subject(), now) : List.of();
    }

    List<Refusal> againstConvened(String subject, Instant now) {
        return inPlenary(subject, now) ? List.of() : List.of(Refusal.by(MOVERS, "proposals.plenary-only"));
    }

    /** From the day of the first plenary to the day of the last, both included. */
    private boolean inPlenary(String subject, Instant now) {
        List<LocalDate> days = sittings.ofSubject(subject).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PLENARY)
                .map(sitting -> LocalDate.ofInstant(sitting.plannedAt(), ZONE))
                .sorted()
                .toList();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return !days.isEmpty() && !today.isBefore(days.getFirst()) && !today.isAfter(days.getLast());
    }

    Optional<Intake> intake(Filing filing) {
        Optional<Window> window = windows.of(filing.subject(), Proposals.WINDOW)
                .filter(found -> found.until().isPresent());
        return window.flatMap(found -> filing.received())
                .map(at -> window.get().openAt(at) ? Intake.SESSION : Intake.ORDINARY);
    }

    List<Refusal> againstReview(Filing filing, Outcome outcome, String reason) {
        List<Refusal> against = new ArrayList<>();
        if (filing.kind() != Kind.PROPOSAL) {
            against.add(
                    Refusal.plain("proposals.proposals-only", "kind", Phrase.of("proposals.kind-" + filing.kind())));
        }
        if (!Outcome.of(Kind.PROPOSAL).contains(outcome)) {
            against.add(Refusal.at("outcome", "proposals.outcome-not-here", "value", outcome));
        }
        if (outcome != Outcome.FILED && reason.isBlank()) {
            against.add(Refusal.at("reason", REGULATIONS, "proposals.reason-missing"));
        }
        Optional<UUID> account = Caller.current().account();
        if (account.isEmpty() || rows.reviewed(filing.id(), account.get())) {
            against.add(Refusal.by(THREE_PERSONS, "proposals.reviewed-already"));
        }
        return against;
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
