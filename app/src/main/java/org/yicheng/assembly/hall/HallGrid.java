package org.yicheng.assembly.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * A hall made of straight rows: the rostrum in front, the floor cut into blocks by aisles, then observers and gallery.
 *
 * @param aislesAfter seat numbers after which an aisle runs through all rows of the floor
 */
public record HallGrid(Rows rostrum, Rows floor, List<Integer> aislesAfter, Rows observers, Rows gallery) {

    private static final int MOST_ROWS = 100;
    private static final int MOST_IN_A_ROW = 200;
    private static final int LETTERS = 26;

    public HallGrid {
        aislesAfter = List.copyOf(new TreeSet<>(aislesAfter));
    }

    /** Rows of equally many seats; none if either is zero. */
    public record Rows(int rows, int seats) {
        public static final Rows NONE = new Rows(0, 0);

        private int total() {
            return rows * seats;
        }
    }

    /** The seats, or every number that makes no hall. */
    public Ruling<List<Seat>> seats() {
        List<Refusal> faults = new ArrayList<>();
        fault(faults, "rostrum", rostrum, true);
        fault(faults, "rows", floor, false);
        fault(faults, "observers", observers, true);
        fault(faults, "gallery", gallery, true);
        for (int aisle : aislesAfter) {
            if (aisle < 1 || aisle >= floor.seats()) {
                faults.add(Refusal.at("aisles", "hall.aisle-outside", "value", aisle, "most", floor.seats() - 1));
            }
        }
        if (aislesAfter.size() >= LETTERS) {
            faults.add(Refusal.at("aisles", "hall.aisles-many", "value", aislesAfter.size(), "most", LETTERS - 1));
        }
        if (faults.isEmpty()) {
            int total = rostrum.total() + floor.total() + observers.total() + gallery.total();
            if (total > Hall.MOST_SEATS) {
                faults.add(Refusal.at("rows", "hall.seats-many", "value", total, "most", Hall.MOST_SEATS));
            }
        }
        return faults.isEmpty() ? Ruling.granted(laidOut()) : Ruling.refused(faults);
    }

    private static void fault(List<Refusal> faults, String field, Rows rows, boolean mayBeNone) {
        boolean none = mayBeNone && (rows.rows() == 0 || rows.seats() == 0);
        if (!none && (rows.rows() < 1 || rows.rows() > MOST_ROWS)) {
            faults.add(Refusal.at(field, "hall.rows-outside", "value", rows.rows(), "most", MOST_ROWS));
        }
        if (!none && (rows.seats() < 1 || rows.seats() > MOST_IN_A_ROW)) {
            faults.add(Refusal.at(field, "hall.row-outside", "value", rows.seats(), "most", MOST_IN_A_ROW));
        }
    }

    private List<Seat> laidOut() {
        List<Seat> seats = new ArrayList<>();
        int width = floor.seats() + aislesAfter.size();
        int y = centred(seats, Seat.Area.ROSTRUM, rostrum, width, 0);
        for (int rank = 1; rank <= floor.rows(); rank++) {
            for (int number = 1; number <= floor.seats(); number++) {
                int aisles = aislesBefore(number);
                String block = Character.toString('A' + aisles);
                seats.add(new Seat(
                        Seat.Area.FLOOR.code(rank, number),
                        Seat.Area.FLOOR,
                        block,
                        rank,
                        number,
                        number - 1 + aisles,
                        y + rank - 1));
            }
        }
        y = centred(seats, Seat.Area.OBSERVERS, observers, width, y + floor.rows() + 1);
        centred(seats, Seat.Area.GALLERY, gallery, width, y);
        return seats;
    }

    private int aislesBefore(int number) {
        return (int) aislesAfter.stream().filter(aisle -> aisle < number).count();
    }

    /** Rows in the middle of the picture; the first free place behind them, one row left open. */
    private static int centred(List<Seat> seats, Seat.Area area, Rows rows, int width, int from) {
        if (rows.total() == 0) {
            return from;
        }
        int left = Math.floorDiv(width - rows.seats(), 2);
        for (int rank = 1; rank <= rows.rows(); rank++) {
            for (int number = 1; number <= rows.seats(); number++) {
                seats.add(new Seat(
                        area.code(rank, number), area, area.block(), rank, number, left + number - 1, from + rank - 1));
            }
        }
        return from + rows.rows() + 1;
    }
}
