package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.instant;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.uuid;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.SeatMap;
import org.yicheng.assembly.hall.SeatMap.Place;
import org.yicheng.assembly.hall.SeatMap.Presence;
import org.yicheng.assembly.hall.SeatMaps;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.hall.Seatings.Occupant;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.assembly.hall.VotingUnits.State;
import org.yicheng.assembly.hall.VotingUnits.Unit;

/** Reads the hall of a sitting as it is now. */
@Component
class JdbcSeatMaps implements SeatMaps {

    private final JdbcClient jdbc;
    private final Seatings seatings;
    private final VotingUnits units;
    private final Guests guests;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Clock clock;

    JdbcSeatMaps(
            JdbcClient jdbc,
            Seatings seatings,
            VotingUnits units,
            Guests guests,
            Sittings sittings,
            Bodies bodies,
            Clock clock) {
        this.jdbc = jdbc;
        this.seatings = seatings;
        this.units = units;
        this.guests = guests;
        this.sittings = sittings;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What is known of everybody of a sitting. */
    private record People(Set<UUID> in, Set<UUID> left, Set<UUID> onLeave, Set<UUID> pressed, Set<UUID> guests) {

        Presence of(Occupant occupant) {
            if (occupant.guest().isPresent()) {
                return guests.contains(occupant.guest().get().id()) ? Presence.SIGNED_IN : Presence.NOT_SIGNED_IN;
            }
            UUID mandate = occupant.member().map(Member::mandate).orElseThrow();
            if (in.contains(mandate)) {
                return pressed.contains(mandate) ? Presence.PRESSED : Presence.SIGNED_IN;
            }
            if (left.contains(mandate)) {
                return Presence.LEFT;
            }
            return onLeave.contains(mandate) ? Presence.ON_LEAVE : Presence.NOT_SIGNED_IN;
        }
    }

    @Override
    public Optional<SeatMap> of(String sitting) {
        return seatings.of(sitting).map(seating -> {
            People people = people(sitting);
            Map<String, Unit> reported = units.of(seating.hall().id());
            List<Place> places = seating.hall().seats().stream()
                    .map(seat ->
                            place(seat, Optional.ofNullable(seating.occupants().get(seat.code())), people, reported))
                    .toList();
            return new SeatMap(seating, clock.instant(), voting(sitting).isPresent(), places);
        });
    }

    private static Place place(Seat seat, Optional<Occupant> occupant, People people, Map<String, Unit> reported) {
        Presence presence = occupant.map(people::of).orElse(Presence.EMPTY);
        State unit =
                Optional.ofNullable(reported.get(seat.code())).map(Unit::state).orElse(State.OK);
        boolean here = presence == Presence.SIGNED_IN || presence == Presence.PRESSED;
        boolean member = occupant.flatMap(Occupant::member).isPresent();
        return new Place(seat, occupant, presence, unit, member && here && unit == State.OK);
    }

    private People people(String sitting) {
        Set<UUID> in = new HashSet<>();
        Set<UUID> left = new HashSet<>();
        jdbc.sql("""
                        select p.mandate, p.present,
                               exists (select 1 from assembly.attendance a
                                        where a.sitting = p.sitting and a.mandate = p.mandate
                                          and a.effect <> 'REJECTED' and a.direction = 'IN') as was_in
                          from assembly.presence p where p.sitting = :sitting
                        """).param("sitting", sitting).query(row -> {
            if (row.getBoolean("present")) {
                in.add(uuid(row, "mandate"));
            } else if (row.getBoolean("was_in")) {
                left.add(uuid(row, "mandate"));
            }
        });
        Set<UUID> onLeave = ids("select mandate from assembly.leave where sitting = :id", sitting);
        Set<UUID> pressed = voting(sitting)
                .map(question -> ids("select mandate from assembly.participation where question = :id", question))
                .orElse(Set.of());
        Set<UUID> visitors = guests.present(sitting).stream().map(Guest::id).collect(Collectors.toSet());
        return new People(in, left, onLeave, pressed, visitors);
    }

    private Set<UUID> ids(String sql, Object id) {
        return new HashSet<>(jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    /** The vote at the units that is open now. Ballots by paper or sealed show nothing of who has voted. */
    private Optional<UUID> voting(String sitting) {
        return jdbc.sql("""
                        select id from assembly.question where sitting = :sitting and state = 'VOTING'
                           and mode in ('ELECTRONIC_UNRECORDED', 'ELECTRONIC_RECORDED')
                        """).param("sitting", sitting).query(UUID.class).optional();
    }

    @Override
    public List<Leaving> leftEarly(String sitting) {
        record Line(UUID mandate, Instant at, String device) {}
        Sitting found = sittings.byId(sitting).orElseThrow();
        List<Line> lines = jdbc.sql("""
                        select last.mandate, last.at, last.device from (
                            select distinct on (mandate) mandate, at, device, direction,
                                   bool_or(direction = 'IN') over (partition by mandate) as was_in
                              from assembly.attendance
                             where sitting = :sitting and effect <> 'REJECTED'
                             order by mandate, at desc, sequence desc, arrival desc) last
                         where last.direction = 'OUT' and last.was_in order by last.at, last.mandate
                        """)
                .param("sitting", sitting)
                .query((row, _) -> new Line(uuid(row, "mandate"), instant(row, "at"), row.getString("device")))
                .list();
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<UUID, Member> members =
                bodies.membersOf(found.body()).stream().collect(Collectors.toMap(Member::mandate, Function.identity()));
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(members.get(line.mandate())).stream()
                        .map(member -> new Leaving(member, line.at(), line.device())))
                .toList();
    }

    @Override
    public List<GateCount> gates(String sitting) {
        Map<String, Integer> visitors = new HashMap<>();
        jdbc.sql("""
                        select device, count(*) from assembly.guest_attendance
                         where sitting = :sitting and effect = 'COUNTED' and direction = 'IN' group by device
                        """)
                .param("sitting", sitting)
                .query((row, _) -> visitors.put(row.getString(1), row.getInt(2)))
                .list();
        return jdbc.sql("""
                        select device,
                               count(*) filter (where effect = 'COUNTED' and direction = 'IN') as passed_in,
                               count(*) filter (where effect = 'COUNTED' and direction = 'OUT') as passed_out,
                               count(*) filter (where effect = 'REJECTED') as turned_away,
                               max(at) as last
                          from (select device, effect, direction, at from assembly.attendance where sitting = :sitting
                                union all
                                select device, 'GUEST', direction, at from assembly.guest_attendance
                                 where sitting = :sitting) both_books
                         group by device order by device
                        """)
                .param("sitting", sitting)
                .query((row, _) -> new GateCount(
                        row.getString("device"),
                        row.getInt("passed_in"),
                        row.getInt("passed_out"),
                        row.getInt("turned_away"),
                        visitors.getOrDefault(row.getString("device"), 0),
                        optionalInstant(row, "last")))
                .list();
    }
}
