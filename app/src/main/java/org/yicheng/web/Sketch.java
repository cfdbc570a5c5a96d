package org.yicheng.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yicheng.rule.Bilingual;

/**
 * Where things lie, as a drawing that needs no map of anybody's: points, over labelled tiles that stand in their true
 * position to each other, or over nothing. North is up; distances are not true.
 *
 * @param spots empty if nothing can be drawn
 */
public record Sketch(int width, int height, List<Tile> tiles, List<Spot> spots) {

    public static final Sketch NONE = new Sketch(0, 0, List.of(), List.of());

    /** Between two points of a tile, so that both can be read and pressed on a phone. */
    static final int APART = 46;

    private static final int WIDTH = 600;
    private static final int HEIGHT = 360;
    private static final int EDGE = 36;

    private static final int CELL_WIDTH = 100;
    private static final int CELL_HEIGHT = 92;
    /** Above the tiles, for the arrow to the north. */
    private static final int HEAD = 28;

    private static final int SIDE = 26;
    /** Above the points of a tile, for its label. */
    private static final int LABEL = 56;

    public Sketch {
        tiles = List.copyOf(tiles);
        spots = List.copyOf(spots);
    }

    /** How a point is drawn: each in a shape of its own, so that colour says nothing alone. */
    public enum Mark {
        IN,
        OUT,
        OK,
        NEAR,
        LATE,
        STILL;

        public static Mark of(Lamp lamp) {
            return valueOf(lamp.name());
        }

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Tile(String label, int x, int y, int width, int height) {}

    /**
     * @param label one or two figures
     * @param words what is read aloud
     * @param href where it leads, empty for nowhere
     */
    public record Spot(String label, Bilingual words, String href, Mark mark, int x, int y) {}

    private static final Bilingual SILENT = new Bilingual("", "");

    /** A point as it stands in a key. */
    public static Spot sample(Mark mark) {
        return new Spot("", SILENT, "", mark, 0, 0);
    }

    /** Degrees, WGS 84. */
    public record Point(BigDecimal latitude, BigDecimal longitude) {}

    /**
     * A tile of a grid with the bounds of what it stands for.
     *
     * @param corner south-west
     * @param opposite north-east
     */
    public record Area(
            String code, String label, int column, int row, int columns, int rows, Point corner, Point opposite) {

        int left() {
            return column * CELL_WIDTH;
        }

        int top() {
            return HEAD + row * CELL_HEIGHT;
        }

        int wide() {
            return columns * CELL_WIDTH;
        }

        int high() {
            return rows * CELL_HEIGHT;
        }
    }

    /**
     * Something to be drawn.
     *
     * @param area code of its area, empty for none
     */
    public record Place(String label, Bilingual words, String href, Mark mark, String area, Optional<Point> point) {

        /** One that leads nowhere. */
        public static Place still(String label, Mark mark, Point point) {
            return new Place(label, SILENT, "", mark, "", Optional.of(point));
        }
    }

    /** Over nothing: latitudes and longitudes stretched to the whole drawing. Nothing for fewer than two points. */
    public static Sketch stretched(List<Place> places) {
        List<Point> points =
                places.stream().map(Place::point).flatMap(Optional::stream).toList();
        if (points.size() < 2) {
            return NONE;
        }
        List<BigDecimal> latitudes = points.stream().map(Point::latitude).toList();
        List<BigDecimal> longitudes = points.stream().map(Point::longitude).toList();
        List<Spot> spots = new ArrayList<>();
        for (Place place : places) {
            place.point()
                    .ifPresent(point -> spots.add(spot(
                            place,
                            scaled(point.longitude(), longitudes, WIDTH),
                            HEIGHT - scaled(point.latitude(), latitudes, HEIGHT))));
        }
        return new Sketch(WIDTH, HEIGHT, List.of(), spots);
    }

    private static Spot spot(Place place, int x, int y) {
        return new Spot(place.label(), place.words(), place.href(), place.mark(), x, y);
    }

    private static int scaled(BigDecimal value, List<BigDecimal> all, int size) {
        BigDecimal least = all.stream().reduce(value, BigDecimal::min);
        BigDecimal most = all.stream().reduce(value, BigDecimal::max);
        return EDGE + share(value, least, most, size - 2 * EDGE);
    }

    /** How far {@code value} lies between the two, in parts of {@code size}; the middle where they are the same. */
    private static int share(BigDecimal value, BigDecimal least, BigDecimal most, int size) {
        BigDecimal span = most.subtract(least);
        return span.signum() == 0
                ? size / 2
                : Math.clamp(
                        value.subtract(least)
                                .multiply(BigDecimal.valueOf(size))
                                .divide(span, 0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        0,
                        size);
    }

    /** Over tiles: a point stands in its area's tile where it lies within the area's bounds, one without in the middle. */
    public static Sketch tiled(List<Area> areas, List<Place> places) {
        List<Spot> spots = areas.stream()
                .flatMap(area -> apart(
                        area,
                        places.stream()
                                .filter(place -> place.area().equals(area.code()))
                                .map(place -> spot(area, place))
                                .toList())
                        .stream())
                .toList();
        return new Sketch(
                areas.stream().mapToInt(area -> area.left() + area.wide()).max().orElse(0),
                areas.stream().mapToInt(area -> area.top() + area.high()).max().orElse(0),
                areas.stream()
                        .map(area -> new Tile(area.label(), area.left(), area.top(), area.wide(), area.high()))
                        .toList(),
                spots);
    }

    /** Where it lies in the tile. */
    private static Spot spot(Area area, Place place) {
        int wide = area.wide() - 2 * SIDE;
        int high = area.high() - LABEL - SIDE;
        int east = place.point()
                .map(point -> share(
                        point.longitude(),
                        area.corner().longitude(),
                        area.opposite().longitude(),
                        wide))
                .orElse(wide / 2);
        int north = place.point()
                .map(point -> share(
                        point.latitude(),
                        area.corner().latitude(),
                        area.opposite().latitude(),
                        high))
                .orElse(high / 2);
        return spot(place, area.left() + SIDE + east, area.top() + LABEL + high - north);
    }

    /** As they lie, or in rows from west to east where one would cover another. */
    private static List<Spot> apart(Area area, List<Spot> spots) {
        if (spots.stream().allMatch(one -> free(one, spots))) {
            return spots;
        }
        int wide = area.wide() - 2 * SIDE;
        int high = area.high() - LABEL - SIDE;
        int columns = Math.min(spots.size(), wide / APART + 1);
        int rows = Math.ceilDiv(spots.size(), columns);
        List<Spot> sorted =
                spots.stream().sorted(Comparator.comparingInt(Spot::x)).toList();
        List<Spot> apart = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Spot one = sorted.get(i);
            apart.add(new Spot(
                    one.label(),
                    one.words(),
                    one.href(),
                    one.mark(),
                    area.left() + SIDE + part(i % columns, columns, wide),
                    area.top() + LABEL + part(i / columns, rows, high)));
        }
        return apart;
    }

    private static int part(int number, int of, int size) {
        return of == 1 ? size / 2 : number * size / (of - 1);
    }

    private static boolean free(Spot spot, List<Spot> spots) {
        return spots.stream()
                .filter(other -> other != spot)
                .allMatch(other -> square(other.x() - spot.x(), other.y() - spot.y()) >= APART * APART);
    }

    private static long square(long x, long y) {
        return x * x + y * y;
    }
}
