package org.yicheng.livelihood.delivery.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.AppraisalGuard;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Item;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** Who rates what: deputies, in their congress or its standing committee, each project once and only once accepted. */
@Component
class EvaluationRules implements AppraisalGuard {

    static final Citation EVALUATION = Citation.of(Law.PRODUCT, "livelihood.evaluation");
    static final String ROUND = "livelihood-round:";
    static final String DELIVERY = "livelihood-delivery:";

    private final DeliveryRows deliveries;
    private final EvaluationRows evaluations;
    private final Rounds rounds;
    private final Bodies bodies;

    EvaluationRules(DeliveryRows deliveries, EvaluationRows evaluations, Rounds rounds, Bodies bodies) {
        this.deliveries = deliveries;
        this.evaluations = evaluations;
        this.rounds = rounds;
        this.bodies = bodies;
    }

    /** The congress of the round, or its standing committee. */
    Optional<Refusal> againstBody(Round round, String id) {
        Body body = bodies.byId(id).orElseThrow();
        boolean theirs = id.equals(round.body())
                || (body.kind() == Body.Kind.STANDING_COMMITTEE && body.parent().equals(Optional.of(round.body())));
        return theirs
                ? Optional.empty()
                : Optional.of(Refusal.at("sitting", EVALUATION, "livelihood.evaluation-body", "body", body.name()));
    }

    @Override
    public List<Refusal> against(Appraisal appraisal) {
        Optional<Round> round = id(ROUND, appraisal.subject()).flatMap(rounds::byId);
        if (round.isEmpty()) {
            return List.of();
        }
        List<Refusal> reasons = new ArrayList<>();
        againstBody(round.get(), appraisal.body()).ifPresent(reasons::add);
        for (Item item : appraisal.items()) {
            Optional<Delivery> delivery = id(DELIVERY, item.subject())
                    .flatMap(deliveries::byId)
                    .filter(one -> one.round().equals(round.get().id()));
            if (delivery.isEmpty()) {
                reasons.add(Refusal.by(EVALUATION, "livelihood.evaluation-stranger", "item", item.number()));
            } else {
                againstProject(delivery.get()).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private Optional<Refusal> againstProject(Delivery delivery) {
        if (delivery.state() == Delivery.State.ACCEPTED) {
            return Optional.empty();
        }
        Optional<Evaluation> before = evaluations.of(delivery.id());
        return Optional.of(
                before.isPresent()
                        ? Refusal.by(
                                EVALUATION,
                                "livelihood.evaluation-twice",
                                "number",
                                delivery.number(),
                                "title",
                                delivery.plan().title(),
                                "day",
                                OfficialDate.day(before.get().day()))
                        : Refusal.by(
                                EVALUATION,
                                "livelihood.evaluation-not-accepted",
                                "number",
                                delivery.number(),
                                "title",
                                delivery.plan().title(),
                                "state",
                                Phrase.of("livelihood.delivery-is-" + delivery.state())));
    }

    static Optional<UUID> id(String prefix, String subject) {
        if (!subject.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(subject.substring(prefix.length())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
