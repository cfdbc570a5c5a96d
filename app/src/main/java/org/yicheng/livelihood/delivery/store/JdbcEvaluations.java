package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.EvaluationRules.DELIVERY;
import static org.yicheng.livelihood.delivery.store.EvaluationRules.EVALUATION;
import static org.yicheng.livelihood.delivery.store.EvaluationRules.ROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Item;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Puts accepted projects to an appraisal and keeps what it says, in the transaction in which it is declared. */
@Component
class JdbcEvaluations implements Evaluations {

    private final EvaluationRows rows;
    private final EvaluationRules rules;
    private final DeliveryRows deliveries;
    private final Rounds rounds;
    private final Sittings sittings;
    private final Appraisals appraisals;
    private final DeliveryActs acts;
    private final Words words;
    private final Clock clock;

    JdbcEvaluations(
            EvaluationRows rows,
            EvaluationRules rules,
            DeliveryRows deliveries,
            Rounds rounds,
            Sittings sittings,
            Appraisals appraisals,
            DeliveryActs acts,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.sittings = sittings;
        this.appraisals = appraisals;
        this.acts = acts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Appraisal> prepare(UUID id, String meeting, Form form) {
        Optional<Round> round = rounds.byId(id);
        Optional<Sitting> sitting = sittings.byId(meeting);
        if (round.isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.round.unknown", "value", id.toString()));
        }
        if (sitting.isEmpty()) {
            return Ruling.refused(Refusal.at("sitting", "assembly.sitting.unknown", "value", meeting));
        }
        List<Refusal> reasons = new ArrayList<>();
        rules.againstBody(round.get(), sitting.get().body()).ifPresent(reasons::add);
        if (sitting.get().state() == Sitting.State.CLOSED) {
            reasons.add(Refusal.at(
                    "sitting",
                    EVALUATION,
                    "livelihood.evaluation-closed",
                    "sitting",
                    sitting.get().name()));
        }
        List<Delivery> all = deliveries.ofRound(id);
        List<Delivery> open = waiting(id, all);
        if (open.isEmpty()) {
            long accepted = all.stream()
                    .filter(one -> one.state() == Delivery.State.ACCEPTED)
                    .count();
            long rated = all.stream()
                    .filter(one -> one.state().compareTo(Delivery.State.ACCEPTED) > 0)
                    .count();
            reasons.add(Refusal.by(
                    EVALUATION, "livelihood.evaluation-none", "all", all.size(), "accepted", accepted, "rated", rated));
        }
        return reasons.isEmpty() ? listed(round.get(), meeting, form, open) : Ruling.refused(reasons);
    }

    /** Accepted projects that stand on no paper which is still to be voted on or declared. */
    private List<Delivery> waiting(UUID round, List<Delivery> all) {
        Set<String> taken = appraisals.ofSubject(ROUND + round).stream()
                .filter(one -> one.state() != Appraisals.State.WITHDRAWN)
                .flatMap(one -> one.items().stream())
                .map(Item::subject)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.state() == Delivery.State.ACCEPTED && !taken.contains(DELIVERY + one.id()))
                .toList();
    }

    private Ruling<Appraisal> listed(Round round, String sitting, Form form, List<Delivery> projects) {
        List<NewItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Delivery one : projects) {
            String title = one.plan().title();
            items.add(new NewItem(seen.add(title) ? title : title + "（" + one.number() + "）", DELIVERY + one.id()));
        }
        Bilingual title = new Bilingual(
                words.say(Language.ZH, "livelihood.evaluation-title", "year", round.year()),
                words.say(Language.EN, "livelihood.evaluation-title", "year", round.year()));
        return appraisals.list(new Appraisals.NewAppraisal(sitting, title, ROUND + round.id(), form, items));
    }

    @Override
    public List<Appraisal> ofRound(UUID round) {
        return appraisals.ofSubject(ROUND + round).stream()
                .map(Appraisal::shown)
                .toList();
    }

    @Override
    public Optional<Evaluation> of(UUID delivery) {
        return rows.of(delivery);
    }

    /** The guard has seen to it that every project is accepted and not rated. */
    @EventListener
    void declared(AssemblyEvent.AppraisalDeclared event) {
        Appraisal appraisal = event.appraisal();
        if (EvaluationRules.id(ROUND, appraisal.subject()).flatMap(rounds::byId).isEmpty()) {
            return;
        }
        Figures figures = appraisal.result().orElseThrow();
        for (Item item : appraisal.items()) {
            UUID delivery = EvaluationRules.id(DELIVERY, item.subject()).orElseThrow();
            rows.insert(new Evaluation(
                    delivery,
                    appraisal.id(),
                    item.number(),
                    figures.issued(),
                    figures.returned(),
                    figures.invalid(),
                    figures.items().get(item.number() - 1),
                    LocalDate.now(clock)));
            deliveries.state(delivery, Delivery.State.EVALUATED);
            acts.write(DELIVERY + delivery, "delivery.evaluate", EVALUATION, "appraisal", appraisal.id());
        }
    }

    @Override
    @Transactional
    public Ruling<Delivery> handOver(UUID id, LocalDate day, String document) {
        Optional<Delivery> found = deliveries.locked(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.delivery.unknown", "value", id.toString()));
        }
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "document", document, Deliveries.LONGEST_NAME);
        if (found.get().state() != Delivery.State.EVALUATED) {
            reasons.add(Refusal.by(
                    EVALUATION,
                    "livelihood.handover-state",
                    "state",
                    Phrase.of("livelihood.delivery-is-" + found.get().state())));
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = rows.of(id).map(Evaluation::day).orElse(LocalDate.MIN);
        if (day.isAfter(today) || day.isBefore(first)) {
            reasons.add(Refusal.at(
                    "day",
                    EVALUATION,
                    "livelihood.handover-day",
                    "day",
                    OfficialDate.day(day),
                    "first",
                    OfficialDate.day(first.equals(LocalDate.MIN) ? today : first),
                    "today",
                    OfficialDate.day(today)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.handOver(id, new Handover(day, document.strip()));
        deliveries.state(id, Delivery.State.AFTERCARE);
        acts.write(DELIVERY + id, "delivery.hand-over", EVALUATION, "document", document.strip());
        return Ruling.granted(deliveries.byId(id).orElseThrow());
    }

    @Override
    public Optional<Handover> handover(UUID delivery) {
        return rows.handover(delivery);
    }
}
