package org.yicheng.assembly.hall.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Halls.Fault;
import org.yicheng.assembly.hall.Halls.Preview;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Reads the seats of a hall from a table, a fault for every cell that makes no seat. */
final class SeatFile {

    private static final int MOST_NUMBER = 1_000;

    private final List<Seat> seats = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private SeatFile() {}

    static Ruling<Preview> read(byte[] content) {
        return switch (Sheets.read(content)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) -> read(table);
        };
    }

    private static Ruling<Preview> read(Sheets.Table table) {
        List<String> missing = Halls.COLUMNS.subList(0, 4).stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "hall.columns-missing", "columns", missing));
        }
        if (table.rows().size() > Hall.MOST_SEATS) {
            return Ruling.refused(
                    Refusal.at("file", "hall.seats-many", "value", table.rows().size(), "most", Hall.MOST_SEATS));
        }
        SeatFile file = new SeatFile();
        table.rows().forEach(file::take);
        return Ruling.granted(new Preview(List.copyOf(file.seats), List.copyOf(file.faults)));
    }

    private void take(Sheets.Line line) {
        int before = faults.size();
        Optional<Seat.Area> area = area(line);
        Optional<Integer> rank = number(line, "row", 1, true);
        Optional<Integer> number = number(line, "number", 1, true);
        String block = line.get("block");
        if (block.length() > 8 || !block.matches("[\\p{L}\\p{N}]*")) {
            faults.add(new Fault(line.number(), Refusal.at("block", "hall.block-unknown", "value", block)));
        }
        Optional<Integer> x = number(line, "x", 0, false);
        Optional<Integer> y = number(line, "y", 0, false);
        if (faults.size() > before) {
            return;
        }
        Seat seat = new Seat(
                area.orElseThrow().code(rank.orElseThrow(), number.orElseThrow()),
                area.orElseThrow(),
                block.isEmpty() ? blockOf(area.orElseThrow()) : block,
                rank.orElseThrow(),
                number.orElseThrow(),
                x.orElseGet(() -> number.orElseThrow() - 1),
                y.orElseGet(() -> depth(area.orElseThrow()) + rank.orElseThrow() - 1));
        Integer twin = codes.putIfAbsent(seat.code(), line.number());
        if (twin != null) {
            faults.add(new Fault(
                    line.number(), Refusal.at("number", "hall.seat-twice", "value", seat.code(), "row", twin)));
        }
        Integer same = places.putIfAbsent(seat.x() + "/" + seat.y(), line.number());
        if (same != null && twin == null) {
            faults.add(new Fault(
                    line.number(), Refusal.at("x", "hall.place-twice", "x", seat.x(), "y", seat.y(), "row", same)));
        }
        seats.add(seat);
    }

    private static String blockOf(Seat.Area area) {
        return area == Seat.Area.FLOOR ? "A" : area.block();
    }

    /** Where an area begins in the picture when the file does not say: one band of a hundred rows each. */
    private static int depth(Seat.Area area) {
        return area.ordinal() * 100;
    }

    private Optional<Seat.Area> area(Sheets.Line line) {
        String said = line.get("area");
        for (Seat.Area area : Seat.Area.values()) {
            if (area.name().equalsIgnoreCase(said)) {
                return Optional.of(area);
            }
        }
        faults.add(new Fault(
                line.number(),
                Refusal.at("area", "hall.area-unknown", "value", said, "known", List.of(Seat.Area.values()))));
        return Optional.empty();
    }

    private Optional<Integer> number(Sheets.Line line, String column, int least, boolean needed) {
        String said = line.get(column);
        if (said.isEmpty() && !needed) {
            return Optional.empty();
        }
        if (said.matches("\\d{1,4}") && Integer.parseInt(said) >= least && Integer.parseInt(said) <= MOST_NUMBER) {
            return Optional.of(Integer.parseInt(said));
        }
        faults.add(new Fault(
                line.number(),
                Refusal.at(column, "hall.number-unknown", "value", said, "least", least, "most", MOST_NUMBER)));
        return Optional.empty();
    }
}
