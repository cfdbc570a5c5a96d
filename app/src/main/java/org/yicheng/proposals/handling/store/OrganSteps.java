package org.yicheng.proposals.handling.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Codes;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Assignment;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.handling.store.Course.Act;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What the handling organs do before and after their reply. */
@Component
public class OrganSteps {

    private static final Citation OBJECTS = Citation.of(Law.DEPUTIES, "51(1)");
    private static final Citation PROMISES = Citation.of(Law.CHONGQING_SUGGESTIONS, 24);
    private static final int LONGEST_OPINION = 20_000;

    private final Course course;
    private final HandlingRows rows;
    private final Matters matters;
    private final Deadlines deadlines;
    private final Ending ending;

    OrganSteps(Course course, HandlingRows rows, Matters matters, Deadlines deadlines, Ending ending) {
        this.course = course;
        this.rows = rows;
        this.matters = matters;
        this.deadlines = deadlines;
        this.ending = ending;
    }

    /** The caller works for an organ that takes part. */
    static List<Refusal> takesPart(Handling handling, String organ) {
        boolean part = handling.of(organ).isPresent() && Caller.current().mayIn(organ, Permission.MATTER_HANDLE);
        return part
                ? List.of()
                : List.of(Refusal.by(Course.HANDLING, "proposals.handling.not-assigned", "value", organ));
    }

    /** The first of those who answer moves the matter; the others' receipts are noted. */
    @Transactional
    public Ruling<Handling> receive(UUID filing, String organ) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(takesPart(handling, organ));
                    reasons.addAll(course.led(handling));
                    if (handling.of(organ).flatMap(Assignment::received).isPresent()) {
                        reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.received-twice"));
                    }
                    return reasons;
                },
                handling -> {
                    List<Handling> all = course.together(handling);
                    if (handling.matter().state().equals("ASSIGNED")
                            && handling.of(organ).filter(Assignment::answers).isPresent()) {
                        course.moveTogether(handling, course.of(handling, "receive"));
                    }
                    all.forEach(one -> rows.received(one.filing().id(), organ, course.now()));
                },
                Act.of("proposals.receive", Course.HANDLING, Permission.MATTER_HANDLE)
                        .with("organ", organ));
    }

    @Transactional
    public Ruling<Handling> object(UUID filing, String organ, String reason) {
        return course.step(
                filing,
                handling -> course.against(handling, objection(handling, reason), takesPart(handling, organ)),
                handling -> {
                    List<Handling> all = course.together(handling);
                    course.moveTogether(handling, objection(handling, reason));
                    all.forEach(one -> rows.object(one.filing().id(), organ, reason.strip(), course.now()));
                },
                Act.of("proposals.object", OBJECTS, Permission.MATTER_HANDLE).with("organ", organ));
    }

    private Matter.Move objection(Handling handling, String reason) {
        return course.of(handling, "object").because(reason).with(Map.of("reason", Codes.sha256(reason)));
    }

    @Transactional
    public Ruling<Handling> contact(UUID filing, String organ, Spoken spoken) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(takesPart(handling, organ));
                    reasons.addAll(course.led(handling));
                    OfficeSteps.text("person", spoken.person(), Course.HANDLING, reasons);
                    OfficeSteps.text("text", spoken.text(), Course.HANDLING, reasons);
                    LocalDate today = course.today();
                    if (spoken.on().isAfter(today)) {
                        reasons.add(Refusal.at("on", "proposals.handling.day-future", "value", spoken.on()));
                    }
                    return reasons;
                },
                handling -> {
                    List<Handling> all = course.together(handling);
                    if (mayContact(handling)) {
                        course.moveTogether(
                                handling, course.of(handling, "contact").because(spoken.text()));
                    }
                    all.forEach(one -> noted(one, organ, spoken));
                },
                Act.of("proposals.contact", Course.HANDLING, Permission.MATTER_HANDLE)
                        .with("organ", organ)
                        .with("way", spoken.way().name()));
    }

    /** In later states speech is noted without moving anything. */
    private boolean mayContact(Handling handling) {
        return matters.against(
                        handling.matter().id(), course.of(handling, "contact").because("—"), false)
                .isEmpty();
    }

    private void noted(Handling handling, String organ, Spoken spoken) {
        UUID letter = UUID.randomUUID();
        matters.write(
                        handling.matter().id(),
                        new Matter.Letter(
                                letter,
                                course.now(),
                                Matter.Letter.Direction.OUT,
                                spoken.way(),
                                spoken.on(),
                                spoken.person(),
                                handling.ofProposal() ? "联系提案者" : "联系代表",
                                spoken.text()))
                .orThrow();
        rows.contact(handling.filing().id(), letter, organ, spoken);
    }

    @Transactional
    public Ruling<Handling> opinion(UUID filing, String organ, String text) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> others = new ArrayList<>(takesPart(handling, organ));
                    if (handling.of(organ)
                            .filter(one -> one.mode() == Mode.ASSIST)
                            .isEmpty()) {
                        others.add(Refusal.by(Course.HANDLING, "proposals.handling.not-assisting"));
                    }
                    if (text.isBlank() || text.length() > LONGEST_OPINION) {
                        others.add(Refusal.at("text", "proposals.handling.text-missing", "most", LONGEST_OPINION));
                    }
                    return course.against(handling, assistance(handling, text), others);
                },
                handling -> {
                    List<Handling> all = course.together(handling);
                    course.moveTogether(handling, assistance(handling, text));
                    all.forEach(one -> rows.opinion(one.filing().id(), organ, text.strip(), course.now()));
                },
                Act.of("proposals.opinion", Course.HANDLING, Permission.MATTER_HANDLE)
                        .with("organ", organ));
    }

    private Matter.Move assistance(Handling handling, String text) {
        return course.of(handling, "assist").with(Map.of("opinion", Codes.sha256(text)));
    }

    @Transactional
    public Ruling<Handling> askExtension(UUID filing, String organ, String reason) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(takesPart(handling, organ));
                    reasons.addAll(course.led(handling));
                    OfficeSteps.text("reason", reason, Course.HANDLING, reasons);
                    reasons.addAll(againstAsking(handling));
                    return reasons;
                },
                handling -> rows.askExtension(filing, organ, reason.strip(), course.now()),
                Act.of("proposals.ask-extension", Course.HANDLING, Permission.MATTER_HANDLE)
                        .with("organ", organ));
    }

    private List<Refusal> againstAsking(Handling handling) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Deadline> reply = deadlines.of(handling.matter().id()).stream()
                .filter(limit -> limit.limit().equals("reply") && limit.ended().isEmpty())
                .findFirst();
        LocalDate today = course.today();
        if (reply.isEmpty() || reply.get().longest().isEmpty()) {
            reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.no-reply-runs"));
        } else if (reply.get().due().filter(today::isAfter).isPresent()) {
            reasons.add(Refusal.by(
                    reply.get().ground(),
                    "matter.extended-too-late",
                    "due",
                    OfficialDate.dayWithWeekday(reply.get().due().get()),
                    "today",
                    OfficialDate.dayWithWeekday(today)));
        }
        if (handling.extensions().stream().anyMatch(one -> one.granted().isEmpty())) {
            reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.extension-asked"));
        }
        return reasons;
    }

    /** A promise was kept, or it is explained why not. */
    @Transactional
    public Ruling<Handling> fulfil(UUID commitment, Promise how, String evidence) {
        Optional<UUID> filing = rows.filingOfCommitment(commitment);
        if (filing.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.handling.promise-unknown", "value", commitment));
        }
        return course.step(
                filing.get(),
                handling -> againstFulfilment(promise(handling, commitment), how, evidence),
                handling -> {
                    rows.endCommitment(commitment, how, evidence.strip(), course.now());
                    ending.kept(course.again(handling), how, evidence.strip());
                },
                Act.of("proposals.promise", PROMISES, Permission.MATTER_HANDLE).with("how", how.name()));
    }

    private static Commitment promise(Handling handling, UUID commitment) {
        return handling.commitments().stream()
                .filter(one -> one.id().equals(commitment))
                .findFirst()
                .orElseThrow();
    }

    private static List<Refusal> againstFulfilment(Commitment promise, Promise how, String evidence) {
        List<Refusal> reasons = new ArrayList<>();
        if (!Caller.current().mayIn(promise.organ(), Permission.MATTER_HANDLE)) {
            reasons.add(Refusal.by(PROMISES, "proposals.handling.not-assigned", "value", promise.organ()));
        }
        if (promise.state() != Promise.OPEN) {
            reasons.add(Refusal.by(PROMISES, "proposals.handling.promise-ended"));
        }
        if (how != Promise.FULFILLED && how != Promise.EXPLAINED) {
            reasons.add(Refusal.at("how", "proposals.handling.promise-how", "value", how));
        }
        OfficeSteps.text("evidence", evidence, PROMISES, reasons);
        return reasons;
    }
}
