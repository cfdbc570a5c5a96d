package org.yicheng.proposals.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedures;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.FilingEvent;
import org.yicheng.proposals.FilingEvent.FilingDecided;
import org.yicheng.proposals.FilingEvent.FilingExamined;
import org.yicheng.proposals.FilingEvent.FilingReconsidered;
import org.yicheng.proposals.FilingEvent.FilingRegistered;
import org.yicheng.proposals.FilingEvent.FilingWithdrawn;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Handlings;

/**
 * A registered motion is a matter of the kernel's procedure {@code motion}: what the presidium leaves to after the
 * session then has its limits and its place among the tasks (SHM 15-21). The acts of the filing carry it; what follows
 * the session is done on the matter's own page.
 */
@Component
class MotionCourse {

    private static final String PROCEDURE = "motion";
    private static final String NATIONAL = "national";

    private final Matters matters;
    private final Bodies bodies;
    private final Handlings handlings;
    private final Procedures procedures;

    MotionCourse(Matters matters, Bodies bodies, Handlings handlings, Procedures procedures) {
        this.procedures = procedures;
        this.matters = matters;
        this.bodies = bodies;
        this.handlings = handlings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(FilingEvent event) {
        Filing filing = event.filing();
        if (filing.kind() != Kind.MOTION) {
            return;
        }
        switch (event) {
            case FilingRegistered _ -> open(filing);
            case FilingExamined _ -> {
                carry(filing, "admit", "");
                carry(filing, "examine", "");
            }
            case FilingDecided _ -> decided(filing);
            case FilingReconsidered _ -> carry(filing, "reconsider", "—");
            case FilingWithdrawn(Filing _, String reason) -> {
                carry(filing, "withdraw", reason);
                carry(filing, "terminate", reason);
            }
        }
    }

    private void open(Filing filing) {
        Matter opened = matters.open(new Matter.Opening(
                        PROCEDURE,
                        place(filing.body()),
                        subject(filing),
                        filing.subject() + "/" + Kind.MOTION,
                        filing.title(),
                        parties(filing),
                        filing.demo()))
                .orThrow();
        matters.carry(opened.id(), Matter.Move.of("submit", opened.version())).orThrow();
        carry(filing, "register", "");
    }

    /** The body's place where it has rules on motions, else the national law. */
    private String place(String body) {
        String set = handlings.setting(body).place();
        return procedures
                        .byId(PROCEDURE)
                        .flatMap(procedure -> procedure.place(set))
                        .isPresent()
                ? set
                : NATIONAL;
    }

    private static String subject(Filing filing) {
        return "filing:" + filing.id();
    }

    /** The congress acts as secretariat, presidium and committee until a committee of its own is named on the matter. */
    private List<Matter.Party> parties(Filing filing) {
        Body body = bodies.byId(filing.body()).orElseThrow();
        List<Matter.Party> parties = new ArrayList<>();
        for (String actor : List.of("secretariat", "presidium", "committee", "standing")) {
            parties.add(new Matter.Party(
                    actor, Matter.Holder.body(body.id()), body.shortName().zh()));
        }
        filing.signatures().stream()
                .filter(filing::stands)
                .findFirst()
                .flatMap(signature -> bodies.memberByNumber(filing.body(), signature.number()))
                .ifPresent(lead ->
                        parties.add(new Matter.Party("author", Matter.Holder.person(lead.person()), lead.name())));
        return parties;
    }

    private void decided(Filing filing) {
        String reason = filing.opinion()
                .map(Filing.Opinion::reason)
                .filter(text -> !text.isBlank())
                .orElse("—");
        switch (filing.outcome().orElseThrow()) {
            case AGENDA -> carry(filing, "list", "");
            case COMMITTEE_FIRST -> carry(filing, "to-committee", "");
            case AFTER_SESSION -> carry(filing, "after-session", "");
            case TO_SUGGESTION -> carry(filing, "convert", reason);
            case NOT_A_MOTION -> carry(filing, "not-a-motion", reason);
            case FILED, RETURNED, LETTER, PUBLIC_OPINION ->
                throw new IllegalStateException("an outcome of a motion was expected, got " + filing.outcome());
        }
    }

    /** Carries it where the procedure declares that from where it stands; a second way there leaves it as it is. */
    private void carry(Filing filing, String transition, String reason) {
        Optional<Matter> found = matters.bySubject(subject(filing));
        if (found.isEmpty()) {
            return;
        }
        Matter matter = found.get();
        Map<String, String> papers = switch (transition) {
            case "examine" -> Map.of("opinion", filing.textHash());
            case "not-a-motion" -> Map.of("reason", filing.textHash());
            default -> Map.of();
        };
        Matter.Move move =
                Matter.Move.of(transition, matter.version()).because(reason).with(papers);
        if (matters.against(matter.id(), move, true).isEmpty()) {
            matters.carry(matter.id(), move).orThrow();
        }
    }
}
