package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.store.Acts;
import org.yicheng.assembly.store.Floor;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The plan of a sitting: which hall, who sits where, when the gates take sign-ins. */
@Component
class JdbcSeatings implements Seatings {

    private static final Citation PLAN = Citation.of(Law.PRODUCT, "hall.plan");
    private static final String ASIDE = "aside";
    private static final Citation WINDOW = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.5");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Halls halls;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Guests guests;
    private final SeatOrder order;
    private final Acts acts;
    private final Floor floor;

    JdbcSeatings(
            JdbcClient jdbc,
            JdbcTemplate template,
            Halls halls,
            Sittings sittings,
            Bodies bodies,
            Guests guests,
            SeatOrder order,
            Acts acts,
            Floor floor) {
        this.jdbc = jdbc;
        this.template = template;
        this.halls = halls;
        this.sittings = sittings;
        this.bodies = bodies;
        this.guests = guests;
        this.order = order;
        this.acts = acts;
        this.floor = floor;
    }

    @Override
    @Transactional
    public Ruling<Seating> use(String sitting, String hall) {
        Optional<Sitting> found = lock(sitting);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", sitting));
        }
        Optional<Hall> known = halls.byId(hall).filter(one -> serves(one, found.get()));
        if (known.isEmpty()) {
            return Ruling.refused(Refusal.at("hall", "hall.unknown", "value", hall));
        }
        if (!EnumSet.of(Sitting.State.SCHEDULED, Sitting.State.SIGN_IN)
                .contains(found.get().state())) {
            return Ruling.refused(Refusal.by(
                    PLAN, "hall.sitting-began", "sitting", found.get().name()));
        }
        jdbc.sql("delete from assembly.seating where sitting = :sitting")
                .param("sitting", sitting)
                .update();
        jdbc.sql("""
                        insert into assembly.sitting_hall (sitting, hall) values (:sitting, :hall)
                        on conflict (sitting) do update set hall = excluded.hall
                        """).param("sitting", sitting).param("hall", hall).update();
        return done(sitting, "hall.use", "hall", hall);
    }

    /** A presidium meets in its congress's halls. */
    private boolean serves(Hall hall, Sitting sitting) {
        return hall.body().equals(sitting.body())
                || bodies.byId(sitting.body())
                        .flatMap(body -> body.parent())
                        .filter(hall.body()::equals)
                        .isPresent();
    }

    private Optional<Sitting> lock(String sitting) {
        jdbc.sql("select 1 from assembly.sitting where id = :id for update")
                .param("id", sitting)
                .query(Integer.class)
                .optional();
        return sittings.byId(sitting);
    }

    private Ruling<Seating> done(String sitting, String verb, Object... facts) {
        floor.rollChanged(sitting);
        acts.write(Permission.SITTING_PREPARE, verb, "sitting:" + sitting, facts);
        return Ruling.granted(of(sitting).orElseThrow());
    }

    @Override
    public Optional<Seating> of(String sitting) {
        record Line(String hall, Optional<Instant> after, Optional<Instant> until) {}
        return jdbc.sql("select * from assembly.sitting_hall where sitting = :sitting")
                .param("sitting", sitting)
                .query((row, _) -> new Line(
                        row.getString("hall"),
                        optionalInstant(row, "sign_in_after"),
                        optionalInstant(row, "sign_in_until")))
                .optional()
                .map(line -> new Seating(
                        sitting,
                        halls.byId(line.hall()).orElseThrow(),
                        occupants(sitting),
                        line.after(),
                        line.until()));
    }

    private Map<String, Occupant> occupants(String sitting) {
        record Line(String seat, Optional<UUID> mandate, Optional<UUID> guest) {}
        List<Line> lines = jdbc.sql("select * from assembly.seating where sitting = :sitting")
                .param("sitting", sitting)
                .query((row, _) -> new Line(
                        row.getString("seat"),
                        Optional.ofNullable(row.getObject("mandate", UUID.class)),
                        Optional.ofNullable(row.getObject("guest", UUID.class))))
                .list();
        if (lines.isEmpty()) {
            return Map.of();
        }
        String body = sittings.byId(sitting).orElseThrow().body();
        Map<UUID, Member> members =
                bodies.membersOf(body).stream().collect(Collectors.toMap(Member::mandate, Function.identity()));
        Map<UUID, Guest> known =
                guests.of(guestBody(body)).stream().collect(Collectors.toMap(Guest::id, Function.identity()));
        Map<String, Occupant> occupants = new HashMap<>();
        lines.forEach(line -> occupants.put(
                line.seat(),
                new Occupant(line.mandate().map(members::get), line.guest().map(known::get))));
        return Map.copyOf(occupants);
    }

    /** Guests are registered with the congress; its presidium's sittings see the same ones. */
    String guestBody(String body) {
        return bodies.byId(body).flatMap(found -> found.parent()).orElse(body);
    }

    @Override
    @Transactional
    public Ruling<Seating> assign(String sitting, Order how, List<String> rostrum) {
        Optional<Sitting> locked = lock(sitting);
        Optional<Seating> seating = of(sitting);
        if (locked.isEmpty() || seating.isEmpty()) {
            return Ruling.refused(noHall(sitting));
        }
        String body = locked.get().body();
        SeatOrder.Wish wish = new SeatOrder.Wish(
                seating.get().hall(),
                how,
                rostrum,
                bodies.groupsOf(body),
                bodies.membersOf(body).stream()
                        .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                        .toList(),
                guests.of(guestBody(body)).stream().filter(Guest::active).toList());
        return switch (order.seats(wish)) {
            case Ruling.Refused<SeatOrder.Plan>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<SeatOrder.Plan>(SeatOrder.Plan plan) -> {
                store(sitting, plan);
                yield done(
                        sitting,
                        "hall.assign",
                        "order",
                        how,
                        "members",
                        plan.members().size(),
                        "guests",
                        plan.guests().size());
            }
        };
    }

    static Refusal noHall(String sitting) {
        return Refusal.plain("hall.none.unknown", "value", sitting);
    }

    private void store(String sitting, SeatOrder.Plan plan) {
        jdbc.sql("delete from assembly.seating where sitting = :sitting")
                .param("sitting", sitting)
                .update();
        List<Object[]> rows = new ArrayList<>();
        plan.members().forEach((seat, mandate) -> rows.add(new Object[] {sitting, seat, mandate, null}));
        plan.guests().forEach((seat, guest) -> rows.add(new Object[] {sitting, seat, null, guest}));
        template.batchUpdate("insert into assembly.seating (sitting, seat, mandate, guest) values (?, ?, ?, ?)", rows);
    }

    @Override
    @Transactional
    public Ruling<Seating> swap(String sitting, String one, String other) {
        Optional<Seating> seating = lock(sitting).flatMap(_ -> of(sitting));
        if (seating.isEmpty()) {
            return Ruling.refused(noHall(sitting));
        }
        List<Refusal> faults = swapFaults(seating.get(), one, other);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        // A seat holds one person at any moment: the first steps aside while the second moves.
        moved(sitting, one, ASIDE);
        moved(sitting, other, one);
        moved(sitting, ASIDE, other);
        return done(sitting, "hall.swap", "one", one, "other", other);
    }

    private static List<Refusal> swapFaults(Seating seating, String one, String other) {
        List<Refusal> faults = new ArrayList<>();
        Optional<Seat> first = seating.hall().seat(one);
        Optional<Seat> second = seating.hall().seat(other);
        if (first.isEmpty()) {
            faults.add(Refusal.at("one", "hall.seat-unknown", "value", one));
        }
        if (second.isEmpty()) {
            faults.add(Refusal.at("other", "hall.seat-unknown", "value", other));
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        if (!seating.occupants().containsKey(one) && !seating.occupants().containsKey(other)) {
            faults.add(Refusal.at("one", "hall.both-empty", "one", one, "other", other));
        }
        misplaced(faults, seating.occupants().get(one), second.get());
        misplaced(faults, seating.occupants().get(other), first.get());
        return faults;
    }

    private static void misplaced(List<Refusal> faults, @org.jspecify.annotations.Nullable Occupant who, Seat seat) {
        if (who == null) {
            return;
        }
        Set<Seat.Area> areas = who.guest()
                .map(guest -> Set.of(guest.kind().area()))
                .orElse(Set.of(Seat.Area.FLOOR, Seat.Area.ROSTRUM));
        if (!areas.contains(seat.area())) {
            faults.add(Refusal.by(PLAN, "hall.wrong-area", "name", who.name(), "seat", seat.code()));
        }
    }

    private void moved(String sitting, String from, String to) {
        jdbc.sql("update assembly.seating set seat = :to where sitting = :sitting and seat = :from")
                .param("to", to)
                .param("sitting", sitting)
                .param("from", from)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Seating> signInWindow(String sitting, Optional<Instant> after, Optional<Instant> until) {
        if (lock(sitting).isEmpty() || of(sitting).isEmpty()) {
            return Ruling.refused(noHall(sitting));
        }
        if (after.isPresent() && until.isPresent() && !after.get().isBefore(until.get())) {
            return Ruling.refused(
                    Refusal.at("until", "hall.window-backwards", "after", after.get(), "until", until.get()));
        }
        jdbc.sql("update assembly.sitting_hall set sign_in_after = :after, sign_in_until = :until where sitting = :id")
                .param("after", stamp(after))
                .param("until", stamp(until))
                .param("id", sitting)
                .update();
        floor.rollChanged(sitting);
        acts.write(
                Permission.SITTING_MOVE,
                WINDOW,
                "hall.sign-in-window",
                "sitting:" + sitting,
                "after",
                after.map(Instant::toString).orElse(""),
                "until",
                until.map(Instant::toString).orElse(""));
        return Ruling.granted(of(sitting).orElseThrow());
    }

    @Override
    public Optional<Seat> seatOf(String sitting, UUID person) {
        return jdbc.sql("""
                        select h.* from assembly.seating s
                          join assembly.mandate m on m.id = s.mandate
                          join assembly.sitting_hall u on u.sitting = s.sitting
                          join assembly.hall_seat h on h.hall = u.hall and h.code = s.seat
                         where s.sitting = :sitting and m.person = :person
                        """)
                .param("sitting", sitting)
                .param("person", person)
                .query(JdbcHalls::seat)
                .optional();
    }
}
