package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.DeliveryRules.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Card.Risk;
import org.yicheng.livelihood.delivery.Card.Site;
import org.yicheng.livelihood.delivery.Card.Yearly;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Cards.NewRisk;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Source;
import org.yicheng.livelihood.delivery.Delivery.State;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against an entry on a project's card, every reason at once. */
final class CardRules {

    static final Citation CARD = Citation.of(Law.PRODUCT, "livelihood.card");

    private static final String SITES = "sites";
    private static final String YEARLY = "yearly";
    private static final int DECIMALS = 6;
    private static final int WHOLE = 100;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private CardRules() {}

    /** @param organ whether there is one of this id */
    static List<Refusal> against(
            Delivery delivery, int year, Basics basics, List<District> drawing, Predicate<String> organ) {
        List<Refusal> reasons = new ArrayList<>();
        words(reasons, "office", basics.office(), Deliveries.LONGEST_NAME);
        words(reasons, "person", basics.person(), Cards.LONGEST_PERSON);
        assisting(reasons, delivery, basics.assisting(), organ);
        sites(reasons, basics.sites(), drawing);
        if (!basics.yearly().isEmpty()) {
            yearly(reasons, delivery, year, basics.yearly());
        }
        return reasons;
    }

    private static void assisting(
            List<Refusal> reasons, Delivery delivery, List<String> organs, Predicate<String> known) {
        if (organs.size() > Cards.MOST_ASSISTING) {
            reasons.add(Refusal.at(
                    "assisting",
                    CARD,
                    "livelihood.card-assisting-n",
                    "n",
                    organs.size(),
                    "most",
                    Cards.MOST_ASSISTING));
        }
        Set<String> seen = new HashSet<>();
        for (String organ : organs) {
            if (!known.test(organ)) {
                reasons.add(Refusal.at("assisting", "livelihood.delivery-organ", "value", organ));
            } else if (organ.equals(delivery.plan().organ()) || !seen.add(organ)) {
                reasons.add(Refusal.at("assisting", CARD, "livelihood.card-assists-already", "value", organ));
            }
        }
    }

    private static void sites(List<Refusal> reasons, List<Site> sites, List<District> drawing) {
        if (sites.size() > Cards.MOST_SITES) {
            reasons.add(
                    Refusal.at(SITES, CARD, "livelihood.card-sites-n", "n", sites.size(), "most", Cards.MOST_SITES));
        }
        for (Site site : sites) {
            words(reasons, SITES, site.name(), Deliveries.LONGEST_NAME);
            Optional<District> district = drawing.stream()
                    .filter(one -> one.code().equals(site.district()))
                    .findFirst();
            if (district.isEmpty() && !(drawing.isEmpty() && site.district().isEmpty())) {
                reasons.add(Refusal.at(
                        SITES, CARD, "livelihood.card-district", "value", site.district(), "name", site.name()));
            }
            site.point().flatMap(point -> point(site, point, district)).ifPresent(reasons::add);
        }
    }

    /** Whether they are on Earth, and no finer than a tenth of a metre. */
    static boolean degrees(Point point) {
        return point.latitude().abs().compareTo(POLE) <= 0
                && point.longitude().abs().compareTo(DATE_LINE) <= 0
                && point.latitude().scale() <= DECIMALS
                && point.longitude().scale() <= DECIMALS;
    }

    private static Optional<Refusal> point(Site site, Point point, Optional<District> district) {
        if (!degrees(point)) {
            return Optional.of(Refusal.at(
                    SITES,
                    CARD,
                    "livelihood.card-degrees",
                    "name",
                    site.name(),
                    "latitude",
                    point.latitude().toPlainString(),
                    "longitude",
                    point.longitude().toPlainString(),
                    "decimals",
                    DECIMALS));
        }
        return district.filter(one -> !one.box().holds(point.latitude(), point.longitude()))
                .map(one -> Refusal.at(
                        SITES,
                        CARD,
                        "livelihood.card-outside",
                        "name",
                        site.name(),
                        "latitude",
                        point.latitude().toPlainString(),
                        "longitude",
                        point.longitude().toPlainString(),
                        "district",
                        one.name(),
                        "south",
                        one.box().south().toPlainString(),
                        "north",
                        one.box().north().toPlainString(),
                        "west",
                        one.box().west().toPlainString(),
                        "east",
                        one.box().east().toPlainString()));
    }

    /** Every source is spent to the fen, in the years about the round's. */
    private static void yearly(List<Refusal> reasons, Delivery delivery, int year, List<Yearly> yearly) {
        List<Source> sources = delivery.plan().sources();
        Set<List<Object>> seen = new HashSet<>();
        for (Yearly one : yearly) {
            if (sources.stream().noneMatch(source -> source.name().equals(one.source()))) {
                reasons.add(Refusal.at(YEARLY, CARD, "livelihood.card-source", "value", one.source()));
            }
            if (one.year() < year - 1 || one.year() > year + Cards.MOST_YEARS - 2) {
                reasons.add(Refusal.at(
                        YEARLY,
                        CARD,
                        "livelihood.card-year",
                        "value",
                        Integer.toString(one.year()),
                        "from",
                        Integer.toString(year - 1),
                        "to",
                        Integer.toString(year + Cards.MOST_YEARS - 2)));
            }
            if (one.amount() < 1 || one.amount() > delivery.plan().budget()) {
                reasons.add(Refusal.at(
                        YEARLY,
                        CARD,
                        "livelihood.card-amount",
                        "value",
                        Unit.CNY.text(one.amount()),
                        "budget",
                        Unit.CNY.text(delivery.plan().budget())));
            }
            if (!seen.add(List.of(one.source(), one.year()))) {
                reasons.add(Refusal.at(
                        YEARLY,
                        CARD,
                        "livelihood.card-yearly-twice",
                        "value",
                        one.source(),
                        "year",
                        Integer.toString(one.year())));
            }
        }
        for (Source source : sources) {
            BigDecimal sum = yearly.stream()
                    .filter(one -> one.source().equals(source.name()))
                    .map(one -> BigDecimal.valueOf(one.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.valueOf(source.amount())) != 0) {
                reasons.add(Refusal.at(
                        YEARLY,
                        CARD,
                        "livelihood.card-yearly-sum",
                        "value",
                        source.name(),
                        "sum",
                        sum.movePointLeft(2).setScale(2).toPlainString(),
                        "amount",
                        Unit.CNY.text(source.amount())));
            }
        }
    }

    static List<Refusal> against(Card card, NewRisk risk, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        words(reasons, "risk", risk.risk(), Deliveries.LONGEST_TEXT);
        words(reasons, "measure", risk.measure(), Deliveries.LONGEST_TEXT);
        notAhead("found", risk.found(), today).ifPresent(reasons::add);
        if (card.risks().size() >= Cards.MOST_RISKS) {
            reasons.add(Refusal.by(CARD, "livelihood.card-risks-full", "most", Cards.MOST_RISKS));
        }
        return reasons;
    }

    private static Optional<Refusal> notAhead(String field, LocalDate day, LocalDate today) {
        return day.isAfter(today)
                ? Optional.of(Refusal.at(
                        field,
                        CARD,
                        "livelihood.card-ahead",
                        "day",
                        OfficialDate.day(day),
                        "today",
                        OfficialDate.day(today)))
                : Optional.empty();
    }

    private static Optional<Refusal> notBefore(String field, LocalDate day, LocalDate first) {
        return day.isBefore(first)
                ? Optional.of(Refusal.at(
                        field,
                        CARD,
                        "livelihood.card-before",
                        "day",
                        OfficialDate.day(day),
                        "first",
                        OfficialDate.day(first)))
                : Optional.empty();
    }

    static List<Refusal> againstClosing(Card card, int number, LocalDate closed, String outcome, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        words(reasons, "outcome", outcome, Deliveries.LONGEST_TEXT);
        notAhead("closed", closed, today).ifPresent(reasons::add);
        Optional<Risk> risk =
                card.risks().stream().filter(one -> one.number() == number).findFirst();
        if (risk.isEmpty()) {
            reasons.add(Refusal.plain("livelihood.risk.unknown", "value", number));
        }
        risk.flatMap(one -> notBefore("closed", closed, one.found())).ifPresent(reasons::add);
        risk.flatMap(Risk::closed)
                .ifPresent(day -> reasons.add(
                        Refusal.by(CARD, "livelihood.card-risk-closed", "n", number, "day", OfficialDate.day(day))));
        return reasons;
    }

    static List<Refusal> against(Delivery delivery, Card card, NewReport report, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        words(reasons, "report", report.report(), Deliveries.LONGEST_TEXT);
        notAhead("reported", report.reported(), today).ifPresent(reasons::add);
        card.latest()
                .flatMap(latest -> notBefore("reported", report.reported(), latest.day()))
                .ifPresent(reasons::add);
        if (report.percent() < 0 || report.percent() > WHOLE) {
            reasons.add(Refusal.at("percent", CARD, "livelihood.card-percent", "value", report.percent()));
        }
        if (card.reports().size() >= Cards.MOST_REPORTS) {
            reasons.add(Refusal.by(CARD, "livelihood.card-reports-full", "most", Cards.MOST_REPORTS));
        }
        if (delivery.state().accepted() || delivery.state() == State.TERMINATED) {
            reasons.add(Refusal.by(
                    CARD,
                    "livelihood.delivery-stands",
                    "state",
                    Phrase.of("livelihood.delivery-is-" + delivery.state())));
        }
        return reasons;
    }
}
