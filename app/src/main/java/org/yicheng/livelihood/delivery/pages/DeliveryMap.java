package org.yicheng.livelihood.delivery.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.Districts;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Site;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.pages.DeliveryPages.Line;
import org.yicheng.livelihood.pages.Drawing;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;
import org.yicheng.web.Sketch;
import org.yicheng.web.Sketch.Mark;
import org.yicheng.web.Sketch.Place;
import org.yicheng.web.Sketch.Point;

/**
 * Projects in the drawing of their congress.
 *
 * @param rows the same as a table
 */
public record DeliveryMap(Sketch sketch, List<Row> rows) {

    /** @param district none where the congress has no drawing */
    public record Row(Line line, Site site, Optional<Bilingual> district) {}

    /** Draws the places of projects. */
    @Component
    static class Draughtsman {

        private final Cards cards;
        private final Districts districts;
        private final Words words;

        Draughtsman(Cards cards, Districts districts, Words words) {
            this.cards = cards;
            this.districts = districts;
            this.words = words;
        }

        DeliveryMap of(Round round, List<Line> lines) {
            List<District> drawing = districts.of(round.body());
            List<Row> rows = new ArrayList<>();
            List<Place> places = new ArrayList<>();
            for (Line line : lines) {
                Card card = cards.of(line.delivery().id());
                for (Site site : card.basics().sites()) {
                    Row row = new Row(line, site, name(drawing, site.district()));
                    rows.add(row);
                    places.add(place(row));
                }
            }
            return new DeliveryMap(Drawing.of(drawing, places), rows);
        }

        /** The places of one project, numbered as they stand on its card. */
        Sketch of(Round round, Line line) {
            List<Place> places = new ArrayList<>();
            for (Site site : cards.of(line.delivery().id()).basics().sites()) {
                places.add(new Place(
                        Integer.toString(places.size() + 1),
                        new Bilingual(site.name(), site.name()),
                        "",
                        mark(line),
                        site.district(),
                        at(site)));
            }
            return Drawing.of(districts.of(round.body()), places);
        }

        private static Optional<Bilingual> name(List<District> drawing, String code) {
            return drawing.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(District::name);
        }

        private Place place(Row row) {
            Delivery delivery = row.line().delivery();
            return new Place(
                    Integer.toString(delivery.number()),
                    words.both(Phrase.of(
                            "livelihood.map-spot",
                            "n",
                            delivery.number(),
                            "title",
                            delivery.plan().title(),
                            "place",
                            row.site().name(),
                            "stands",
                            Phrase.of("livelihood.map-is-" + mark(row.line())))),
                    "/livelihood/deliveries/" + delivery.id(),
                    mark(row.line()),
                    row.site().district(),
                    at(row.site()));
        }

        private static Optional<Point> at(Site site) {
            return site.point().map(point -> new Point(point.latitude(), point.longitude()));
        }

        private static Mark mark(Line line) {
            return line.lamp().map(Mark::of).orElse(Mark.STILL);
        }
    }
}
