package org.yicheng.assembly.hall.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.document.Sheets;

/** Seats as the file that would bring them. */
final class SeatText {

    private SeatText() {}

    static byte[] csv(List<Seat> seats) {
        return Sheets.csv(
                Halls.COLUMNS,
                seats.stream()
                        .map(seat -> List.of(
                                seat.area().name(),
                                seat.block(),
                                "" + seat.rank(),
                                "" + seat.number(),
                                "" + seat.x(),
                                "" + seat.y()))
                        .toList());
    }

    static String of(List<Seat> seats) {
        return new String(csv(seats), StandardCharsets.UTF_8);
    }
}
