package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.bilingual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.Halls.Change;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;

/** Seats and devices of a hall as they come, move and go. */
@Component
class HallChanges {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    HallChanges(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Refusal> faults(Hall hall, Change change) {
        List<Refusal> faults = new ArrayList<>(HallFaults.of(change));
        change.seats().ifPresent(seats -> faults.addAll(taken(hall, gone(hall, seats))));
        faults.addAll(inUse("gates", hall.gates(), change.gates()));
        faults.addAll(inUse("boards", hall.boards(), change.boards()));
        return faults;
    }

    private static List<String> gone(Hall hall, List<Seat> seats) {
        Set<String> stay = seats.stream().map(Seat::code).collect(Collectors.toSet());
        return hall.seats().stream()
                .map(Seat::code)
                .filter(code -> !stay.contains(code))
                .toList();
    }

    private record Taken(Bilingual sitting, String seat) {}

    /** One refusal for each sitting in which somebody sits on a seat that would go. */
    private List<Refusal> taken(Hall hall, List<String> gone) {
        Map<Bilingual, List<Taken>> bySitting = jdbc
                .sql("""
                        select t.name_zh, t.name_en, s.seat
                          from assembly.seating s
                          join assembly.sitting_hall h on h.sitting = s.sitting and h.hall = :hall
                          join assembly.sitting t on t.id = s.sitting
                         where s.seat = any (:gone)
                         order by t.id, s.seat
                        """)
                .param("hall", hall.id())
                .param("gone", gone.toArray(String[]::new))
                .query((row, _) -> new Taken(bilingual(row, "name"), row.getString("seat")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Taken::sitting));
        return bySitting.entrySet().stream()
                .map(one -> Refusal.at(
                        "seats",
                        "hall.seat-taken",
                        "seats",
                        one.getValue().stream().map(Taken::seat).toList(),
                        "sitting",
                        one.getKey()))
                .toList();
    }

    private static List<Refusal> inUse(String field, List<Device> devices, List<String> names) {
        return devices.stream()
                .filter(device ->
                        device.number() > names.size() && device.account().isPresent())
                .map(device -> Refusal.at(field, "hall.device-used", "value", device.number(), "name", device.name()))
                .toList();
    }

    void store(Hall hall, Change change) {
        jdbc.sql("""
                        update assembly.hall
                           set name_zh = :zh, name_en = :en, picture_height_cm = :height, farthest_seat_cm = :distance
                         where id = :id
                        """)
                .param("id", hall.id())
                .param("zh", change.name().zh())
                .param("en", change.name().en())
                .param("height", change.pictureHeightCm())
                .param("distance", change.farthestSeatCm())
                .update();
        change.seats().ifPresent(seats -> seats(hall, seats));
        nameDevices(hall.id(), Device.Kind.GATE, change.gates());
        nameDevices(hall.id(), Device.Kind.BOARD, change.boards());
    }

    private void seats(Hall hall, List<Seat> seats) {
        String[] gone = gone(hall, seats).toArray(String[]::new);
        for (String table : List.of("voting_unit where seat", "hall_seat where code")) {
            jdbc.sql("delete from assembly." + table + " = any (:gone) and hall = :hall")
                    .param("gone", gone)
                    .param("hall", hall.id())
                    .update();
        }
        Map<String, Seat> before = hall.seats().stream().collect(Collectors.toMap(Seat::code, Function.identity()));
        move(
                hall.id(),
                seats.stream()
                        .filter(seat -> before.containsKey(seat.code()) && !seat.equals(before.get(seat.code())))
                        .toList());
        addSeats(
                hall.id(),
                seats.stream().filter(seat -> !before.containsKey(seat.code())).toList());
    }

    /** First out of the picture, then to their new places: two that change places must not meet. */
    private void move(String hall, List<Seat> seats) {
        jdbc.sql("update assembly.hall_seat set y = -1 - y where hall = :hall and code = any (:codes)")
                .param("hall", hall)
                .param("codes", seats.stream().map(Seat::code).toArray(String[]::new))
                .update();
        template.batchUpdate(
                "update assembly.hall_seat set block = ?, x = ?, y = ? where hall = ? and code = ?",
                seats.stream()
                        .map(seat -> new Object[] {seat.block(), seat.x(), seat.y(), hall, seat.code()})
                        .toList());
    }

    void addSeats(String hall, List<Seat> seats) {
        template.batchUpdate(
                "insert into assembly.hall_seat (hall, code, area, block, rank, number, x, y) values (?, ?, ?, ?, ?, ?, ?, ?)",
                seats.stream()
                        .map(seat -> new Object[] {
                            hall,
                            seat.code(),
                            seat.area().name(),
                            seat.block(),
                            seat.rank(),
                            seat.number(),
                            seat.x(),
                            seat.y()
                        })
                        .toList());
    }

    /** Numbers them from 1 by their names; a number beyond the names goes. */
    void nameDevices(String hall, Device.Kind kind, List<String> names) {
        jdbc.sql("delete from assembly.hall_device where hall = :hall and kind = :kind and number > :last")
                .param("hall", hall)
                .param("kind", kind.name())
                .param("last", names.size())
                .update();
        template.batchUpdate(
                """
                insert into assembly.hall_device (hall, kind, number, name) values (?, ?, ?, ?)
                on conflict (hall, kind, number) do update set name = excluded.name
                """,
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Object[] {hall, kind.name(), i + 1, names.get(i)})
                        .toList());
    }
}
