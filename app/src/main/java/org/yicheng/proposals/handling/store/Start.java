package org.yicheng.proposals.handling.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.FilingEvent.FilingDecided;
import org.yicheng.proposals.FilingEvent.FilingRegistered;
import org.yicheng.proposals.FilingEvent.FilingWithdrawn;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Setting;

/**
 * A suggestion that was registered becomes a matter of the deputies' office, a proposal one of the proposals committee,
 * in the same transaction. A proposal's matter then follows its examination: only what is filed (立案) can be assigned.
 */
@Component
class Start {

    private static final List<String> LATER = List.of("ASSIGNED", "RECEIVED", "IN_HANDLING");

    private final Course course;
    private final HandlingRows rows;
    private final Reader reader;
    private final Matters matters;
    private final Bodies bodies;
    private final Settings settings;

    Start(Course course, HandlingRows rows, Reader reader, Matters matters, Bodies bodies, Settings settings) {
        this.course = course;
        this.rows = rows;
        this.reader = reader;
        this.matters = matters;
        this.bodies = bodies;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void registered(FilingRegistered event) {
        Kind kind = event.filing().kind();
        if (kind == Kind.SUGGESTION || kind == Kind.PROPOSAL) {
            open(event.filing());
        }
    }

    private void open(Filing filing) {
        Matter opened = matters.open(new Matter.Opening(
                        Setting.procedureOf(filing.kind()),
                        settings.of(filing.body()).place(),
                        "filing:" + filing.id(),
                        filing.subject() + "/" + filing.kind(),
                        filing.title(),
                        parties(filing),
                        filing.demo()))
                .orThrow();
        Instant received = filing.received().orElseThrow();
        Matter.Move submit = Matter.Move.of("submit", opened.version());
        LocalDate day = course.day(received);
        boolean limited = matters.against(opened.id(), submit.starting(Map.of("assign", day)), true)
                .isEmpty();
        matters.carry(opened.id(), limited ? submit.starting(Map.of("assign", day)) : submit)
                .orThrow();
        rows.open(filing.id(), opened.id());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(FilingDecided event) {
        Filing filing = event.filing();
        if (filing.kind() != Kind.PROPOSAL) {
            return;
        }
        // Registered before proposals were handled here.
        if (reader.byFiling(filing.id()).isEmpty()) {
            open(filing);
        }
        Handling handling = reader.byFiling(filing.id()).orElseThrow();
        String reason = filing.opinion().map(Filing.Opinion::reason).orElse("");
        course.carry(handling, course.of(handling, transition(filing)).because(reason));
    }

    private static String transition(Filing filing) {
        return switch (filing.outcome().orElseThrow()) {
            case FILED -> "accept";
            case RETURNED -> "return";
            case LETTER -> "as-letter";
            case PUBLIC_OPINION -> "as-note";
            case AGENDA, COMMITTEE_FIRST, AFTER_SESSION, TO_SUGGESTION, NOT_A_MOTION ->
                throw new IllegalStateException("an outcome of a proposal was expected, got " + filing.outcome());
        };
    }

    private List<Matter.Party> parties(Filing filing) {
        List<Matter.Party> parties = new ArrayList<>();
        Body body = bodies.byId(filing.body()).orElseThrow();
        parties.add(new Matter.Party(
                "office", Matter.Holder.body(body.id()), body.shortName().zh()));
        filing.signatures().stream()
                .filter(filing::stands)
                .findFirst()
                .flatMap(signature -> bodies.memberByNumber(filing.body(), signature.number()))
                .ifPresent(lead -> parties.add(author(filing, lead)));
        return parties;
    }

    private Matter.Party author(Filing filing, Member lead) {
        String name = rows.concealed(filing.id()) ? "身份保密的代表" : lead.name();
        return new Matter.Party("author", Matter.Holder.person(lead.person()), name);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void withdrawn(FilingWithdrawn event) {
        reader.byFiling(event.filing().id()).ifPresent(handling -> {
            String transition = LATER.contains(handling.matter().state()) ? "withdraw-later" : "withdraw";
            Matter.Move move = course.of(handling, transition).because(event.reason());
            if (handling.moverSeals()) {
                course.carry(handling, move);
            } else {
                course.move(handling, move);
            }
        });
    }
}
