package org.yicheng.proposals.handling.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.matter.Matter;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Feedback;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.store.Course.Act;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What the author says of the answer; the kernel lets nobody else say it. */
@Component
public class AuthorSteps {

    private static final Citation JUDGES = Citation.of(Law.SHANGHAI_SUGGESTIONS, 21);

    private static final Citation CONCEALS = Citation.of(Law.QINGDAO_SUGGESTIONS, 18);

    private final Course course;
    private final HandlingRows rows;
    private final Ending ending;
    private final Filings filings;
    private final Bodies bodies;

    AuthorSteps(Course course, HandlingRows rows, Ending ending, Filings filings, Bodies bodies) {
        this.filings = filings;
        this.bodies = bodies;
        this.course = course;
        this.rows = rows;
        this.ending = ending;
    }

    @Transactional
    public Ruling<Handling> judge(UUID filing, Grade attitude, Grade result, String reason) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> others = new ArrayList<>();
                    Feedback given = given(handling, attitude, result, reason);
                    if (!given.satisfied()) {
                        OfficeSteps.text("reason", reason, JUDGES, others);
                    }
                    return course.against(handling, move(handling, given), others);
                },
                handling -> {
                    Feedback given = given(handling, attitude, result, reason);
                    course.move(handling, move(handling, given));
                    rows.judge(
                            filing,
                            given,
                            handling.filing().signatures().getFirst().mandate());
                    ending.settle(course.again(handling));
                },
                Act.of("proposals.judge", JUDGES, Permission.MATTER_FILE)
                        .with("attitude", attitude.name())
                        .with("result", result.name()));
    }

    /** What a party, an organisation or a committee says under its seal; a clerk of the committee enters it. */
    @Transactional
    public Ruling<Handling> judgeUnderSeal(UUID filing, Grade attitude, Grade result, String reason) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> others = new ArrayList<>();
                    if (!handling.moverSeals()) {
                        others.add(Refusal.by(JUDGES, "proposals.handling.author-judges"));
                    }
                    Feedback given = given(handling, attitude, result, reason);
                    if (!given.satisfied()) {
                        OfficeSteps.text("reason", reason, JUDGES, others);
                    }
                    return course.againstCarrying(handling, move(handling, given), others);
                },
                handling -> {
                    Caller caller = Caller.current();
                    Feedback given = given(handling, attitude, result, reason).enteredBy(caller.name());
                    course.carry(handling, move(handling, given));
                    rows.judge(filing, given, caller.account().orElseThrow());
                    ending.settle(course.again(handling));
                },
                Act.of("proposals.judge-under-seal", JUDGES, Permission.MATTER_EXAMINE)
                        .with("attitude", attitude.name())
                        .with("result", result.name()));
    }

    /** Only the one who leads asks for it, while nobody else has been told the name. */
    @Transactional
    public Ruling<Filing> conceal(UUID id, String reason) {
        Optional<Filing> found = rows.lock(id) ? filings.byId(id) : Optional.empty();
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        Filing filing = found.get();
        List<Refusal> reasons = new ArrayList<>();
        boolean leads = filings.own().stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> one.signatures().stream().limit(1))
                .flatMap(lead -> bodies.memberByNumber(filing.body(), lead.number()).stream())
                .anyMatch(lead ->
                        Caller.current().person().filter(lead.person()::equals).isPresent());
        if (!leads) {
            reasons.add(Refusal.by(CONCEALS, "proposals.handling.not-author"));
        }
        if (filing.number().isPresent() || filing.kind() != Kind.SUGGESTION) {
            reasons.add(Refusal.by(CONCEALS, "proposals.handling.conceal-late"));
        }
        OfficeSteps.text("reason", reason, CONCEALS, reasons);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.conceal(id, reason.strip(), course.now());
        course.write(id, Act.of("proposals.conceal", CONCEALS, Permission.MATTER_FILE));
        return Ruling.granted(filing);
    }

    private Feedback given(Handling handling, Grade attitude, Grade result, String reason) {
        return new Feedback(handling.round(), attitude, result, reason.strip(), course.now(), "");
    }

    private Matter.Move move(Handling handling, Feedback given) {
        boolean first = given.round() == 1;
        String transition = given.satisfied()
                ? first ? "satisfied" : "satisfied-again"
                : first ? "not-satisfied" : "still-not-satisfied";
        return course.of(handling, transition)
                .because(given.satisfied() || !given.reason().isBlank() ? given.reason() : "—")
                .with(Map.of("feedback", given.attitude() + "/" + given.result()));
    }
}
