package org.yicheng.assembly.hall.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Halls.Change;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.rule.Refusal;

/** What no hall may be, whether it is set up or changed. */
final class HallFaults {

    private static final int MOST_DEVICES = 99;
    private static final int LONGEST_NAME = 60;

    private HallFaults() {}

    static List<Refusal> of(Change hall) {
        List<Refusal> faults = new ArrayList<>();
        if (hall.name().zh().isBlank() || hall.name().en().isBlank()) {
            faults.add(Refusal.at("name", "hall.name-missing"));
        }
        outside(faults, "height", hall.pictureHeightCm(), 50, 3_000);
        outside(faults, "distance", hall.farthestSeatCm(), 100, 20_000);
        hall.seats().ifPresent(seats -> seats(faults, seats));
        names(faults, "gates", hall.gates());
        names(faults, "boards", hall.boards());
        return faults;
    }

    private static void outside(List<Refusal> faults, String field, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(Refusal.at(field, "hall.length-outside", "value", value, "least", least, "most", most));
        }
    }

    private static void seats(List<Refusal> faults, List<Seat> seats) {
        if (seats.isEmpty() || seats.size() > Hall.MOST_SEATS) {
            faults.add(Refusal.at("seats", "hall.seats-many", "value", seats.size(), "most", Hall.MOST_SEATS));
        }
        Set<String> codes = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Seat seat : seats) {
            if (!codes.add(seat.code()) || !places.add(seat.x() + "/" + seat.y())) {
                faults.add(Refusal.at("seats", "hall.seat-stands-twice", "value", seat.code()));
            }
        }
    }

    private static void names(List<Refusal> faults, String field, List<String> names) {
        if (names.size() > MOST_DEVICES) {
            faults.add(Refusal.at(field, "hall.devices-many", "value", names.size(), "most", MOST_DEVICES));
        }
        names.stream()
                .filter(name -> name.isBlank() || name.length() > LONGEST_NAME)
                .forEach(
                        name -> faults.add(Refusal.at(field, "hall.device-name", "value", name, "most", LONGEST_NAME)));
    }
}
