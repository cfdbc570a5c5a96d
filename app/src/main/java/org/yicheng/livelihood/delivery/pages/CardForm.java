package org.yicheng.livelihood.delivery.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.Degrees;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Card.Site;
import org.yicheng.livelihood.delivery.Card.Yearly;
import org.yicheng.rule.Refusal;

/** The basics of a card as a form: lines of places and of money, written and read. */
final class CardForm {

    private CardForm() {}

    /** Places a line: name, district, latitude, longitude; where there is no drawing, without the district. */
    static String sites(Card card, List<District> drawing) {
        return card.basics().sites().stream().map(site -> line(site, drawing)).collect(Collectors.joining("\n"));
    }

    private static String line(Site site, List<District> drawing) {
        List<String> cells = new ArrayList<>();
        cells.add(site.name());
        drawing.stream()
                .filter(one -> one.code().equals(site.district()))
                .findFirst()
                .ifPresent(one -> cells.add(one.name().zh()));
        site.point().ifPresent(point -> {
            cells.add(point.latitude().toPlainString());
            cells.add(point.longitude().toPlainString());
        });
        return String.join("，", cells);
    }

    static String yearly(Card card) {
        return card.basics().yearly().stream()
                .map(one -> one.source() + "，" + one.year() + "，"
                        + Unit.CNY.text(one.amount()).replace(",", ""))
                .collect(Collectors.joining("\n"));
    }

    static Basics basics(DeliveryForm form, List<String> assisting, List<District> drawing) {
        int named = drawing.isEmpty() ? 1 : 2;
        List<Site> sites = form.lines("sites", named, named + 2).stream()
                .map(cells -> site(form, cells, drawing, named))
                .toList();
        List<Yearly> yearly = form.lines("yearly", 3).stream()
                .map(cells -> new Yearly(
                        cells[0],
                        Math.toIntExact(Math.min(100_000, form.whole("yearly", cells[1]))),
                        form.fen("yearly", cells[2])))
                .toList();
        return new Basics(form.value("office"), form.value("person"), assisting, sites, yearly);
    }

    private static Site site(DeliveryForm form, String[] cells, List<District> drawing, int named) {
        String district = named == 1
                ? ""
                : drawing.stream()
                        .filter(one -> one.called(cells[1]))
                        .map(District::code)
                        .findFirst()
                        .orElse(cells[1]);
        return new Site(
                cells[0],
                district,
                cells.length == named
                        ? Optional.empty()
                        : Optional.of(new Point(
                                degrees(form, "sites", cells[named]), degrees(form, "sites", cells[named + 1]))));
    }

    /** Latitude and longitude on a line of their own. */
    static Optional<Point> pointIfAny(DeliveryForm form, String field) {
        return form.lines(field, 2).stream()
                .findFirst()
                .map(cells -> new Point(degrees(form, field, cells[0]), degrees(form, field, cells[1])));
    }

    private static BigDecimal degrees(DeliveryForm form, String field, String text) {
        return Degrees.read(text).orElseGet(() -> {
            form.reasons().add(Refusal.at(field, "livelihood.degrees-unreadable", "value", text));
            return BigDecimal.ZERO;
        });
    }
}
