package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Sketch.Area;
import org.yicheng.web.Sketch.Mark;
import org.yicheng.web.Sketch.Place;
import org.yicheng.web.Sketch.Point;
import org.yicheng.web.Sketch.Spot;

/** North is up, a point stands in its tile, and no two cover each other. */
class SketchTest {

    private static final List<Area> AREAS = List.of(
            new Area("w", "西", 0, 0, 1, 1, at("38", "114"), at("39", "114.5")),
            new Area("e", "东", 1, 0, 2, 1, at("38", "114.5"), at("39", "115")));

    private static Point at(String latitude, String longitude) {
        return new Point(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    private static Place place(String area, Point... point) {
        return new Place(
                "1",
                new Bilingual("w", "w"),
                "/x",
                Mark.OK,
                area,
                Optional.of(point).filter(one -> one.length > 0).map(one -> one[0]));
    }

    @Test
    void withoutTilesTheOutermostPointsTouchTheEdges() {
        Sketch sketch = Sketch.stretched(List.of(place("", at("38", "114")), place("", at("39", "115")), place("")));
        assertThat(sketch.spots()).extracting(Spot::x).containsExactly(36, 564);
        assertThat(sketch.spots()).extracting(Spot::y).containsExactly(324, 36);
        assertThat(Sketch.stretched(List.of(place("", at("38", "114")), place(""))))
                .isEqualTo(Sketch.NONE);
    }

    @Test
    void pointsOnOnePlaceStandInTheMiddle() {
        Sketch sketch = Sketch.stretched(List.of(place("", at("38", "114")), place("", at("38", "114"))));
        assertThat(sketch.spots()).extracting(Spot::x).containsExactly(300, 300);
    }

    @Test
    void aPointStandsInItsTileAsItLiesInItsArea() {
        Sketch sketch = Sketch.tiled(AREAS, List.of(place("e", at("39", "114.5")), place("w"), place("none")));
        assertThat(sketch.width()).isEqualTo(300);
        assertThat(sketch.spots()).hasSize(2);
        Spot northWest = sketch.spots().getLast();
        assertThat(northWest.x()).isBetween(100, 150);
        assertThat(sketch.spots().getFirst().x()).isEqualTo(50);
    }

    @Test
    void aPointOutsideItsAreaStaysInTheTile() {
        Sketch sketch = Sketch.tiled(AREAS, List.of(place("w", at("10", "10"))));
        assertThat(sketch.spots().getFirst().x()).isEqualTo(26);
    }

    @Test
    void noTwoPointsOfATileCoverEachOtherWhileThereIsRoom() {
        List<Place> same = IntStream.range(0, 3)
                .mapToObj(_ -> place("e", at("38.5", "114.75")))
                .toList();
        List<Spot> spots = Sketch.tiled(AREAS, same).spots();
        for (Spot one : spots) {
            for (Spot other : spots) {
                assertThat(one == other || Math.hypot(one.x() - other.x(), one.y() - other.y()) >= Sketch.APART)
                        .isTrue();
            }
        }
    }
}
