package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.store.Acts;
import org.yicheng.document.Sheets;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Observers and visitors, registered with a congress. */
@Component
class JdbcGuests implements Guests {

    static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Citation OBSERVERS = Citation.of(Law.ORGANIC, 21);
    private static final Citation SPEAKING = Citation.of(Law.SHANGHAI, "20(3)");
    private static final Citation CARDS = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.3");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Acts acts;
    private final Clock clock;

    JdbcGuests(JdbcClient jdbc, JdbcTemplate template, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<List<Guest>> register(String body, List<NewGuest> guests) {
        Optional<Boolean> demo = jdbc.sql("select demo from assembly.body where id = :id")
                .param("id", body)
                .query(Boolean.class)
                .optional();
        if (demo.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.body.unknown", "value", body));
        }
        List<Refusal> faults = faults(guests);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Instant now = clock.instant();
        List<Guest> entered = guests.stream()
                .map(guest -> new Guest(
                        UUID.randomUUID(),
                        body,
                        guest.kind(),
                        guest.name().strip(),
                        guest.organisation().strip(),
                        guest.card().strip(),
                        true,
                        demo.get()))
                .toList();
        template.batchUpdate(
                """
                insert into assembly.guest (id, body, kind, name, organisation, card, demo, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entered.stream()
                        .map(guest -> new Object[] {
                            guest.id(),
                            body,
                            guest.kind().name(),
                            guest.name(),
                            guest.organisation(),
                            guest.card(),
                            guest.demo(),
                            stamp(now)
                        })
                        .toList());
        acts.write(Permission.CREDENTIAL_CHANGE, OBSERVERS, "hall.guests", "body:" + body, "guests", entered.size());
        return Ruling.granted(entered);
    }

    @Override
    public Ruling<Preview> preview(String body, byte[] content) {
        return switch (Sheets.read(content)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) -> preview(table);
        };
    }

    private Ruling<Preview> preview(Sheets.Table table) {
        List<String> missing = COLUMNS.stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "hall.columns-missing", "columns", missing));
        }
        if (table.rows().isEmpty() || table.rows().size() > MOST) {
            return Ruling.refused(Refusal.at(
                    "file", "hall.guests-count", "value", table.rows().size(), "most", MOST));
        }
        Set<String> taken = taken(
                table.rows().stream().map(line -> line.get("card").strip()).toList());
        Set<String> here = new HashSet<>();
        List<NewGuest> guests = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (Sheets.Line line : table.rows()) {
            Optional<Guest.Kind> kind = kind(line.get("kind"));
            NewGuest guest = new NewGuest(
                    kind.orElse(Guest.Kind.VISITOR), line.get("name"), line.get("organisation"), line.get("card"));
            if (kind.isPresent()) {
                guests.add(guest);
            } else {
                unknown.add(line.get("kind"));
                faults.add(new Fault(line.number(), Refusal.at("kind", "hall.guest-kind", "value", line.get("kind"))));
            }
            faults(guest, taken, here).forEach(fault -> faults.add(new Fault(line.number(), fault)));
        }
        return Ruling.granted(new Preview(guests, List.copyOf(unknown), List.copyOf(faults)));
    }

    private static Optional<Guest.Kind> kind(String said) {
        return switch (said) {
            case "列席", "OBSERVER" -> Optional.of(Guest.Kind.OBSERVER);
            case "旁听", "VISITOR" -> Optional.of(Guest.Kind.VISITOR);
            default -> Optional.empty();
        };
    }

    private List<Refusal> faults(List<NewGuest> guests) {
        List<Refusal> faults = new ArrayList<>();
        if (guests.isEmpty() || guests.size() > MOST) {
            faults.add(Refusal.at("guests", "hall.guests-count", "value", guests.size(), "most", MOST));
            return faults;
        }
        Set<String> taken =
                taken(guests.stream().map(guest -> guest.card().strip()).toList());
        Set<String> here = new HashSet<>();
        guests.forEach(guest -> faults.addAll(faults(guest, taken, here)));
        return faults;
    }

    private static List<Refusal> faults(NewGuest guest, Set<String> taken, Set<String> here) {
        List<Refusal> faults = new ArrayList<>();
        String card = guest.card().strip();
        if (guest.name().isBlank() || guest.name().length() > LONGEST_NAME) {
            faults.add(Refusal.at("name", "hall.guest-name", "value", guest.name(), "most", LONGEST_NAME));
        }
        if (guest.organisation().length() > LONGEST_NAME) {
            faults.add(Refusal.at(
                    "organisation", "hall.guest-organisation", "value", guest.organisation(), "most", LONGEST_NAME));
        }
        if (!card.matches("[A-Za-z0-9-]{1,40}")) {
            faults.add(Refusal.at("card", "hall.guest-card", "value", card));
        } else if (taken.contains(card) || !here.add(card)) {
            faults.add(Refusal.at("card", "hall.card-taken", "value", card));
        }
        return faults;
    }

    /** Cards that a member or another guest has, in use or not. */
    private Set<String> taken(List<String> codes) {
        String[] cards = codes.toArray(String[]::new);
        return new HashSet<>(jdbc.sql("""
                        select code from assembly.credential where code = any(:cards)
                        union all
                        select card from assembly.guest where card = any(:cards)
                        """)
                .param("cards", cards)
                .query((row, _) -> row.getString(1))
                .list());
    }

    @Override
    public List<Guest> of(String body) {
        return jdbc.sql("select * from assembly.guest where body = :body order by kind, entered_at, card")
                .param("body", body)
                .query(JdbcGuests::row)
                .list();
    }

    static Guest row(ResultSet row, int at) throws SQLException {
        return new Guest(
                uuid(row, "id"),
                row.getString("body"),
                Guest.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("card"),
                row.getBoolean("active"),
                row.getBoolean("demo"));
    }

    @Override
    @Transactional
    public Ruling<Guest> withdraw(String body, UUID guest, String reason) {
        Optional<Guest> found = byId(guest).filter(one -> one.body().equals(body));
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("hall.guest.unknown", "value", guest));
        }
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        jdbc.sql("update assembly.guest set active = false where id = :id")
                .param("id", guest)
                .update();
        acts.write(Permission.CREDENTIAL_CHANGE, CARDS, "hall.guest.withdraw", "guest:" + guest, "reason", reason);
        return Ruling.granted(byId(guest).orElseThrow());
    }

    private Optional<Guest> byId(UUID id) {
        return jdbc.sql("select * from assembly.guest where id = :id")
                .param("id", id)
                .query(JdbcGuests::row)
                .optional();
    }

    @Override
    public Count count(String sitting, Guest.Kind kind) {
        int registered = jdbc.sql("""
                        select count(*) from assembly.guest g join assembly.sitting s on s.id = :sitting
                          join assembly.body b on b.id = s.body
                         where g.body in (b.id, b.parent) and g.kind = :kind and g.active
                        """)
                .param("sitting", sitting)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
        int present = (int)
                present(sitting).stream().filter(guest -> guest.kind() == kind).count();
        return new Count(registered, present);
    }

    @Override
    public List<Guest> present(String sitting) {
        return jdbc.sql("""
                        select g.* from (
                            select distinct on (guest) guest, direction from assembly.guest_attendance
                             where sitting = :sitting and effect <> 'REJECTED'
                             order by guest, at desc, sequence desc, arrival desc) last
                          join assembly.guest g on g.id = last.guest
                         where last.direction = 'IN' order by g.kind, g.card
                        """).param("sitting", sitting).query(JdbcGuests::row).list();
    }

    @Override
    public Ruling<Guest> maySpeak(String sitting, UUID guest) {
        Optional<Guest> found = byId(guest);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("hall.guest.unknown", "value", guest));
        }
        List<Refusal> faults = new ArrayList<>();
        if (!found.get().kind().maySpeak()) {
            faults.add(Refusal.by(
                    SPEAKING, "hall.visitor-speaks", "name", found.get().name()));
        }
        if (!present(sitting).contains(found.get())) {
            faults.add(
                    Refusal.by(CARDS, "hall.guest-not-in", "name", found.get().name()));
        }
        return faults.isEmpty() ? Ruling.granted(found.get()) : Ruling.refused(faults);
    }
}
