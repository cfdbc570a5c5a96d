package org.yicheng.assembly.hall.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.SeatMap;
import org.yicheng.assembly.hall.SeatMap.Place;
import org.yicheng.assembly.hall.VotingUnits;

/**
 * The picture of a hall or of one block of it, as server-made SVG: a cell a seat.
 *
 * @param named whether the seats bear names: only where there is room, in one block
 * @param left the least column of the seats shown
 * @param top their least row
 */
public record SeatPicture(List<Place> places, boolean named, int left, int top) {

    private static final int PLAIN = 20;
    private static final int NAMED_WIDTH = 76;
    private static final int NAMED_HEIGHT = 52;
    private static final int MARK = 16;

    static SeatPicture of(SeatMap map, Optional<String> block) {
        return block.map(one -> of(map.in(one), true)).orElseGet(() -> of(map.places(), false));
    }

    private static SeatPicture of(List<Place> places, boolean named) {
        return new SeatPicture(places, named, least(places, Seat::x), least(places, Seat::y));
    }

    private static int least(List<Place> places, ToIntFunction<Seat> where) {
        return places.stream().map(Place::seat).mapToInt(where).min().orElse(0);
    }

    private int width() {
        return named ? NAMED_WIDTH : PLAIN;
    }

    private int height() {
        return named ? NAMED_HEIGHT : PLAIN;
    }

    private int columns() {
        return places.stream().mapToInt(place -> place.seat().x()).max().orElse(0) - left + 1;
    }

    private int rows() {
        return places.stream().mapToInt(place -> place.seat().y()).max().orElse(0) - top + 1;
    }

    /** One column more on the left, for the rows' numbers. */
    public String viewBox() {
        return "%d 0 %d %d".formatted(-PLAIN - 8, columns() * width() + PLAIN + 8, rows() * height());
    }

    /** Where the mark of a seat stands. */
    public int x(Seat seat) {
        return (seat.x() - left) * width() + (width() - MARK) / 2;
    }

    public int y(Seat seat) {
        return (seat.y() - top) * height() + 2;
    }

    /** The middle of the cell, for its name. */
    public int middle(Seat seat) {
        return (seat.x() - left) * width() + width() / 2;
    }

    /** The first seat of each row, where its number stands. */
    public Collection<Seat> rowStarts() {
        Map<Integer, Seat> first = new TreeMap<>();
        places.stream()
                .map(Place::seat)
                .forEach(seat -> first.merge(seat.y(), seat, (known, other) -> other.x() < known.x() ? other : known));
        return first.values();
    }

    /** {@code in}, {@code out}, {@code leave}, {@code left}, {@code pressed}, {@code empty}: mark and colour. */
    public static String kind(SeatMap.Presence presence) {
        return switch (presence) {
            case EMPTY -> "empty";
            case NOT_SIGNED_IN -> "out";
            case ON_LEAVE -> "leave";
            case SIGNED_IN -> "in";
            case PRESSED -> "pressed";
            case LEFT -> "left";
        };
    }

    public static String kind(VotingUnits.State unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** All seats in short, {@code 12-8:in:ok}: what the page's script lays over the picture. */
    static String states(SeatMap map) {
        StringBuilder text = new StringBuilder(map.places().size() * 14);
        for (Place place : map.places()) {
            text.append(place.seat().code())
                    .append(':')
                    .append(kind(place.presence()))
                    .append(':')
                    .append(kind(place.unit()))
                    .append(' ');
        }
        return text.toString();
    }
}
