package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.store.Acts;
import org.yicheng.party.Accounts;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Halls, seats and devices. */
@Component
class JdbcHalls implements Halls {

    /** Tokens and beats go by the machine's clock: the platform's may be set to another day for a rehearsal. */
    private final Clock machine = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final HallChanges changes;
    private final Accounts accounts;
    private final Acts acts;

    JdbcHalls(JdbcClient jdbc, HallChanges changes, Accounts accounts, Acts acts) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.accounts = accounts;
        this.acts = acts;
    }

    @Override
    public Ruling<Preview> read(byte[] file) {
        return SeatFile.read(file);
    }

    @Override
    @Transactional
    public Ruling<Hall> add(NewHall hall) {
        List<Refusal> faults = faults(hall);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        jdbc.sql("""
                        insert into assembly.hall (id, body, name_zh, name_en, picture_height_cm, farthest_seat_cm, demo)
                        values (:id, :body, :zh, :en, :height, :distance, :demo)
                        """)
                .param("id", hall.id())
                .param("body", hall.body())
                .param("zh", hall.name().zh())
                .param("en", hall.name().en())
                .param("height", hall.pictureHeightCm())
                .param("distance", hall.farthestSeatCm())
                .param("demo", hall.demo())
                .update();
        changes.addSeats(hall.id(), hall.seats());
        changes.nameDevices(hall.id(), Device.Kind.GATE, hall.gates());
        changes.nameDevices(hall.id(), Device.Kind.BOARD, hall.boards());
        acts.write(
                Permission.SITTING_PREPARE,
                "hall.set-up",
                subject(hall.id()),
                "hall-seats",
                hall.seats().size(),
                "gates",
                hall.gates().size(),
                "boards",
                hall.boards().size());
        return Ruling.granted(byId(hall.id()).orElseThrow());
    }

    static String subject(String hall) {
        return "hall:" + hall;
    }

    private List<Refusal> faults(NewHall hall) {
        List<Refusal> faults = new ArrayList<>();
        if (!hall.id().matches("[a-z0-9-]{1,80}")) {
            faults.add(Refusal.at("id", "hall.id-unknown", "value", hall.id()));
        } else if (known(hall.id())) {
            faults.add(Refusal.at("id", "hall.twice", "value", hall.id()));
        }
        faults.addAll(HallFaults.of(new Change(
                hall.name(),
                hall.pictureHeightCm(),
                hall.farthestSeatCm(),
                Optional.of(hall.seats()),
                hall.gates(),
                hall.boards())));
        return faults;
    }

    private boolean known(String id) {
        return jdbc.sql("select 1 from assembly.hall where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    @Transactional
    public Ruling<Hall> change(String id, Change change) {
        jdbc.sql("select 1 from assembly.hall where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        Optional<Hall> found = byId(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("hall.unknown", "value", id));
        }
        List<Refusal> faults = changes.faults(found.get(), change);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        changes.store(found.get(), change);
        Hall now = byId(id).orElseThrow();
        acts.write(
                Permission.SITTING_PREPARE,
                "hall.change",
                subject(id),
                "hall-seats",
                now.seats().size(),
                "gates",
                now.gates().size(),
                "boards",
                now.boards().size());
        return Ruling.granted(now);
    }

    @Override
    public Optional<Hall> byId(String id) {
        return jdbc.sql("select * from assembly.hall where id = :id")
                .param("id", id)
                .query((row, _) -> hall(row))
                .optional();
    }

    @Override
    public List<Hall> ofBody(String body) {
        return jdbc.sql("select * from assembly.hall where body = :body order by name_zh, id")
                .param("body", body)
                .query((row, _) -> hall(row))
                .list();
    }

    private Hall hall(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Hall(
                id,
                row.getString("body"),
                bilingual(row, "name"),
                row.getInt("picture_height_cm"),
                row.getInt("farthest_seat_cm"),
                row.getBoolean("demo"),
                seats(id),
                devices(id));
    }

    private List<Seat> seats(String hall) {
        return jdbc.sql("select * from assembly.hall_seat where hall = :hall order by y, x")
                .param("hall", hall)
                .query(JdbcHalls::seat)
                .list();
    }

    static Seat seat(ResultSet row, int at) throws SQLException {
        return new Seat(
                row.getString("code"),
                Seat.Area.valueOf(row.getString("area")),
                row.getString("block"),
                row.getInt("rank"),
                row.getInt("number"),
                row.getInt("x"),
                row.getInt("y"));
    }

    private List<Device> devices(String hall) {
        return jdbc.sql("select * from assembly.hall_device where hall = :hall order by kind desc, number")
                .param("hall", hall)
                .query((row, _) -> new Device(
                        Device.Kind.valueOf(row.getString("kind")),
                        row.getInt("number"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        optionalInstant(row, "last_seen"),
                        Optional.ofNullable(row.getObject("drift_millis", Long.class))
                                .map(Duration::ofMillis)))
                .list();
    }

    private Ruling<Device> device(String hall, Device.Kind kind, int number) {
        return devices(hall).stream()
                .filter(device -> device.kind() == kind && device.number() == number)
                .findFirst()
                .map(Ruling::granted)
                .orElseGet(() -> Ruling.refused(Refusal.plain("hall.device.unknown", "hall", hall, "value", number)));
    }

    @Override
    @Transactional
    public Ruling<String> issueToken(String hall, Device.Kind kind, int number, Instant until) {
        Optional<Hall> found = byId(hall);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("hall.unknown", "value", hall));
        }
        if (!until.isAfter(machine.instant())) {
            return Ruling.refused(Refusal.at("until", "hall.token-over", "value", until));
        }
        return device(hall, kind, number).map(device -> {
            UUID account = device.account().orElseGet(() -> account(found.get(), device));
            accounts.signOutEverywhere(account);
            String token = accounts.issueToken(account, until);
            acts.write(
                    Permission.CREDENTIAL_CHANGE,
                    "hall.device.token",
                    subject(hall),
                    "device",
                    device.signature(),
                    "until",
                    until);
            return token;
        });
    }

    private UUID account(Hall hall, Device device) {
        String login = hall.id() + "-" + device.signature().toLowerCase(java.util.Locale.ROOT);
        UUID account = accounts.create(Accounts.Kind.DEVICE, login, device.name(), Optional.empty(), hall.demo())
                .id();
        accounts.giveRole(account, device.kind() == Device.Kind.GATE ? Role.GATE : Role.BOARD, hall.body());
        jdbc.sql(
                        "update assembly.hall_device set account = :account where hall = :hall and kind = :kind and number = :n")
                .param("account", account)
                .param("hall", hall.id())
                .param("kind", device.kind().name())
                .param("n", device.number())
                .update();
        return account;
    }

    /** No act: a device says every quarter of a minute that it is there, and only the last word is kept. */
    @Override
    @Transactional
    public Ruling<Device> beat(String hall, Device.Kind kind, int number, Instant deviceClock) {
        Instant now = machine.instant();
        jdbc.sql("""
                        update assembly.hall_device set last_seen = :now, drift_millis = :drift
                         where hall = :hall and kind = :kind and number = :number
                        """)
                .param("now", stamp(now))
                .param("drift", Duration.between(now, deviceClock).toMillis())
                .param("hall", hall)
                .param("kind", kind.name())
                .param("number", number)
                .update();
        return device(hall, kind, number);
    }
}
