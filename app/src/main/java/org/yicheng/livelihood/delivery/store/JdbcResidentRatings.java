package org.yicheng.livelihood.delivery.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.store.Codes;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Takes residents' ratings by slip; which project a slip rated how is never in an act. */
@Component
class JdbcResidentRatings implements ResidentRatings {

    private static final Citation RATING = Citation.of(Law.PRODUCT, "livelihood.residents");

    private final RatingRows rows;
    private final DeliveryRows deliveries;
    private final Rounds rounds;
    private final DeliveryActs acts;
    private final Clock clock;

    JdbcResidentRatings(RatingRows rows, DeliveryRows deliveries, Rounds rounds, DeliveryActs acts, Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.acts = acts;
        this.clock = clock;
    }

    private void act(UUID round, String verb, Object... facts) {
        acts.write(EvaluationRules.ROUND + round, "rating." + verb, RATING, facts);
    }

    private List<Refusal> known(UUID round) {
        rows.lock(round, false);
        return rounds.byId(round).isPresent()
                ? new ArrayList<>()
                : new ArrayList<>(List.of(Refusal.plain("livelihood.round.unknown", "value", round.toString())));
    }

    private Bilingual day(java.time.Instant at) {
        return OfficialDate.day(at.atZone(clock.getZone()).toLocalDate());
    }

    @Override
    @Transactional
    public Ruling<Period> open(UUID round) {
        List<Refusal> reasons = known(round);
        rows.period(round)
                .ifPresent(period ->
                        reasons.add(Refusal.by(RATING, "livelihood.rating-opened", "day", day(period.opened()))));
        List<Delivery> all = deliveries.ofRound(round);
        if (all.stream().noneMatch(one -> one.state().accepted())) {
            reasons.add(Refusal.by(RATING, "livelihood.rating-nothing", "all", all.size(), "accepted", 0));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.open(round, clock.instant());
        act(round, "open");
        return Ruling.granted(rows.period(round).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Period> close(UUID round) {
        List<Refusal> reasons = known(round);
        againstPeriod(round).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.close(round, clock.instant());
        act(
                round,
                "close",
                "slips",
                rows.batches(round).stream().mapToInt(Batch::used).sum());
        return Ruling.granted(rows.period(round).orElseThrow());
    }

    /** The period must be open. */
    private Optional<Refusal> againstPeriod(UUID round) {
        Optional<Period> period = rows.period(round);
        if (period.isEmpty()) {
            return Optional.of(Refusal.by(RATING, "livelihood.rating-not-open"));
        }
        return period.get().closed().map(at -> Refusal.by(RATING, "livelihood.rating-closed", "day", day(at)));
    }

    @Override
    public Optional<Period> period(UUID round) {
        return rows.period(round);
    }

    @Override
    @Transactional
    public Ruling<Issued> issue(UUID round, String place, int slips) {
        List<Refusal> reasons = known(round);
        rows.period(round)
                .flatMap(Period::closed)
                .ifPresent(at -> reasons.add(Refusal.by(RATING, "livelihood.rating-closed", "day", day(at))));
        DeliveryRules.words(reasons, "place", place, LONGEST_PLACE);
        int before = rows.slips(round);
        if (slips < 1 || slips > MOST_SLIPS || before + slips > MOST_IN_A_ROUND) {
            reasons.add(Refusal.at(
                    "slips",
                    RATING,
                    "livelihood.slips-number",
                    "value",
                    slips,
                    "most",
                    MOST_SLIPS,
                    "left",
                    MOST_IN_A_ROUND - before));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        List<String> codes =
                Stream.generate(Codes::fresh).distinct().limit(slips).toList();
        Batch batch = new Batch(rows.batches(round).size() + 1, place.strip(), slips, 0, LocalDate.now(clock));
        rows.issue(round, batch, codes.stream().map(Codes::digest).toList());
        act(round, "issue", "batch", batch.number(), "place", batch.place(), "slips", slips);
        return Ruling.granted(new Issued(batch, codes));
    }

    @Override
    public List<Batch> batches(UUID round) {
        return rows.batches(round);
    }

    @Override
    public Ruling<Paper> paper(String code) {
        String digest = Codes.digest(code);
        Optional<UUID> round = rows.round(digest);
        if (round.isEmpty()) {
            return Ruling.refused(Refusal.at("code", RATING, "livelihood.slip-unknown"));
        }
        Optional<Refusal> closed = againstPeriod(round.get());
        return closed.isPresent()
                ? Ruling.refused(closed.get())
                : Ruling.granted(new Paper(round.get(), rows.own(digest)));
    }

    @Override
    @Transactional
    public Ruling<Paper> rate(String code, List<Stars> stars) {
        String digest = Codes.digest(code);
        Optional<UUID> round = rows.round(digest);
        if (round.isEmpty()) {
            return Ruling.refused(Refusal.at("code", RATING, "livelihood.slip-unknown"));
        }
        rows.lock(round.get(), true);
        List<Refusal> reasons = againstStars(round.get(), stars);
        againstPeriod(round.get()).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        stars.forEach(one -> rows.rate(digest, one));
        act(round.get(), "receive");
        return Ruling.granted(new Paper(round.get(), rows.own(digest)));
    }

    private List<Refusal> againstStars(UUID round, List<Stars> stars) {
        List<Refusal> reasons = new ArrayList<>();
        if (stars.isEmpty()) {
            reasons.add(Refusal.at("stars", RATING, "livelihood.rating-empty"));
        }
        Map<UUID, Delivery> all =
                deliveries.ofRound(round).stream().collect(Collectors.toMap(Delivery::id, Function.identity()));
        Set<UUID> seen = new HashSet<>();
        for (Stars one : stars) {
            Optional<Delivery> delivery = Optional.ofNullable(all.get(one.delivery()));
            if (delivery.isEmpty() || !seen.add(one.delivery())) {
                reasons.add(Refusal.at("stars", RATING, "livelihood.rating-stranger", "value", one.delivery()));
            } else if (!delivery.get().state().accepted()) {
                reasons.add(Refusal.at(
                        "stars",
                        RATING,
                        "livelihood.evaluation-not-accepted",
                        "number",
                        delivery.get().number(),
                        "title",
                        delivery.get().plan().title(),
                        "state",
                        Phrase.of("livelihood.delivery-is-" + delivery.get().state())));
            }
            if (one.stars() < 1 || one.stars() > MOST_STARS) {
                reasons.add(Refusal.at(
                        "stars", RATING, "livelihood.rating-stars", "value", one.stars(), "most", MOST_STARS));
            }
        }
        return reasons;
    }

    @Override
    public Optional<Figures> of(UUID delivery) {
        return deliveries
                .byId(delivery)
                .flatMap(one -> rows.period(one.round()))
                .filter(period -> !period.open())
                .map(_ -> rows.figures(delivery))
                .filter(figures -> figures.ratings() >= LEAST);
    }
}
