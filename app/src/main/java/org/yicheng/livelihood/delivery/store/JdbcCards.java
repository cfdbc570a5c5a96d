package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.CardRules.CARD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.livelihood.Districts;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Card.Report;
import org.yicheng.livelihood.delivery.Card.Risk;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Organs;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Keeps cards; the project's row is locked while one changes. */
@Component
class JdbcCards implements Cards {

    private final CardRows rows;
    private final DeliveryRows deliveries;
    private final Rounds rounds;
    private final Districts districts;
    private final Organs organs;
    private final DeliveryActs acts;
    private final Clock clock;

    JdbcCards(
            CardRows rows,
            DeliveryRows deliveries,
            Rounds rounds,
            Districts districts,
            Organs organs,
            DeliveryActs acts,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.districts = districts;
        this.organs = organs;
        this.acts = acts;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public Card of(UUID delivery) {
        return rows.of(delivery);
    }

    private static Ruling<Card> unknown(UUID id) {
        return Ruling.refused(Refusal.plain("livelihood.delivery.unknown", "value", id.toString()));
    }

    @Override
    @Transactional
    public Ruling<Card> describe(UUID id, int basedOn, Basics basics) {
        Optional<Delivery> delivery = deliveries.locked(id);
        if (delivery.isEmpty()) {
            return unknown(id);
        }
        Card card = rows.of(id);
        Round round = rounds.byId(delivery.get().round()).orElseThrow();
        List<Refusal> reasons = new ArrayList<>();
        if (basedOn != card.version()) {
            reasons.add(Refusal.by(CARD, "livelihood.card-stale", "seen", basedOn, "version", card.version()));
        }
        reasons.addAll(CardRules.against(
                delivery.get(),
                round.year(),
                basics,
                districts.of(round.body()),
                organ -> organs.byId(organ).isPresent()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.describe(id, card.version() + 1, basics);
        Card then = rows.of(id);
        acts.project(
                "describe",
                id,
                CARD,
                Map.of(
                        "version", Integer.toString(then.version()),
                        "office", then.basics().office(),
                        "assisting", String.join(",", then.basics().assisting()),
                        "districts", String.join(",", then.districts()),
                        "sites", Integer.toString(then.basics().sites().size()),
                        "years",
                                then.basics().years().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(","))));
        return Ruling.granted(then);
    }

    @Override
    @Transactional
    public Ruling<Card> risk(UUID id, NewRisk risk) {
        if (deliveries.locked(id).isEmpty()) {
            return unknown(id);
        }
        Card card = rows.of(id);
        List<Refusal> reasons = CardRules.against(card, risk, today());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = card.risks().size() + 1;
        rows.risk(
                id, new Risk(number, risk.risk().strip(), risk.measure().strip(), risk.found(), Optional.empty(), ""));
        acts.project("risk", id, CARD, Map.of("risk", Integer.toString(number)));
        return Ruling.granted(rows.of(id));
    }

    @Override
    @Transactional
    public Ruling<Card> close(UUID id, int risk, LocalDate closed, String outcome) {
        if (deliveries.locked(id).isEmpty()) {
            return unknown(id);
        }
        List<Refusal> reasons = CardRules.againstClosing(rows.of(id), risk, closed, outcome, today());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.close(id, risk, closed, outcome.strip());
        acts.project("close-risk", id, CARD, Map.of("risk", Integer.toString(risk), "day", closed.toString()));
        return Ruling.granted(rows.of(id));
    }

    @Override
    @Transactional
    public Ruling<Card> report(UUID id, NewReport report) {
        Optional<Delivery> delivery = deliveries.locked(id);
        if (delivery.isEmpty()) {
            return unknown(id);
        }
        Card card = rows.of(id);
        List<Refusal> reasons = CardRules.against(delivery.get(), card, report, today());
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = card.reports().size() + 1;
        rows.report(
                id,
                new Report(
                        number,
                        report.reported(),
                        report.percent(),
                        report.report().strip()));
        acts.project(
                "report",
                id,
                CARD,
                Map.of(
                        "report", Integer.toString(number),
                        "percent", Integer.toString(report.percent()),
                        "day", report.reported().toString()));
        return Ruling.granted(rows.of(id));
    }
}
