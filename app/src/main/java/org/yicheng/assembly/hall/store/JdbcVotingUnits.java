package org.yicheng.assembly.hall.store;

import static org.yicheng.assembly.store.Rows.instant;
import static org.yicheng.assembly.store.Rows.stamp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.assembly.store.Acts;
import org.yicheng.assembly.store.Floor;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Units by seat. Beats are no acts; a change of state is. By the machine's clock: a rehearsal's may jump. */
@Component
class JdbcVotingUnits implements VotingUnits {

    /** A unit that beats and then is silent for so long counts as away. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private static final Citation STATES = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.7");
    private static final int LONGEST_NOTE = 200;
    private static final int SHOWN = 50;

    private final Clock machine = Clock.systemUTC();
    private final JdbcClient jdbc;
    private final Halls halls;
    private final Acts acts;
    private final Floor floor;

    JdbcVotingUnits(JdbcClient jdbc, Halls halls, Acts acts, Floor floor) {
        this.jdbc = jdbc;
        this.halls = halls;
        this.acts = acts;
        this.floor = floor;
    }

    @Override
    @Transactional
    public Ruling<Integer> report(String hall, Source source, List<Report> reports) {
        Optional<Hall> found = halls.byId(hall);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("hall.unknown", "value", hall));
        }
        List<Refusal> faults = faults(found.get(), reports);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        jdbc.sql("select 1 from assembly.hall where id = :id for update")
                .param("id", hall)
                .query(Integer.class)
                .single();
        Map<String, Unit> before = of(hall);
        List<String> changed = new ArrayList<>();
        for (Report report : reports) {
            Unit known = before.get(report.seat());
            boolean outOfService = known != null && known.source() == Source.OPERATOR && known.state() != State.OK;
            if (source == Source.HEARTBEAT && outOfService) {
                continue;
            }
            State was = known == null ? State.OK : known.state();
            store(hall, source, report, was == report.state());
            if (was != report.state()) {
                changed.add(report.seat() + "=" + report.state());
            }
        }
        if (!changed.isEmpty()) {
            record(hall, source, changed);
        }
        return Ruling.granted(changed.size());
    }

    private static List<Refusal> faults(Hall hall, List<Report> reports) {
        if (reports.isEmpty() || reports.size() > MOST) {
            return List.of(Refusal.at("reports", "hall.reports-count", "value", reports.size(), "most", MOST));
        }
        Set<String> seats = hall.seats().stream().map(Seat::code).collect(Collectors.toSet());
        List<Refusal> faults = new ArrayList<>();
        for (Report report : reports) {
            if (!seats.contains(report.seat())) {
                faults.add(Refusal.at("seat", "hall.seat-unknown", "value", report.seat()));
            }
            if (report.note().length() > LONGEST_NOTE) {
                faults.add(Refusal.at(
                        "note", "hall.note-long", "value", report.note().length(), "most", LONGEST_NOTE));
            }
        }
        return faults.size() > SHOWN ? faults.subList(0, SHOWN) : faults;
    }

    private void store(String hall, Source source, Report report, boolean same) {
        jdbc.sql("""
                        insert into assembly.voting_unit (hall, seat, state, source, since, heard_at, note)
                        values (:hall, :seat, :state, :source, :now, :now, :note)
                        on conflict (hall, seat) do update
                           set state = excluded.state, source = excluded.source, heard_at = excluded.heard_at,
                               since = case when :same then voting_unit.since else excluded.since end,
                               note = excluded.note
                        """)
                .param("hall", hall)
                .param("seat", report.seat())
                .param("state", report.state().name())
                .param("source", source.name())
                .param("now", stamp(machine.instant()))
                .param("note", report.note())
                .param("same", same)
                .update();
    }

    private void record(String hall, Source source, List<String> changed) {
        jdbc.sql("""
                        select u.sitting from assembly.sitting_hall u join assembly.sitting s on s.id = u.sitting
                         where u.hall = :hall and s.state in ('SIGN_IN', 'OPEN', 'PAUSED')
                        """).param("hall", hall).query(String.class).list().forEach(floor::rollChanged);
        acts.write(
                source == Source.OPERATOR ? Permission.SIGN_IN_MANUAL : Permission.SIGN_IN_SEND,
                STATES,
                "hall.units",
                JdbcHalls.subject(hall),
                "source",
                source,
                "changed",
                changed.size(),
                "units",
                String.join(" ", changed.size() > SHOWN ? changed.subList(0, SHOWN) : changed));
    }

    @Override
    public Map<String, Unit> of(String hall) {
        Instant silent = machine.instant().minus(SILENT);
        Map<String, Unit> units = new HashMap<>();
        jdbc.sql("select * from assembly.voting_unit where hall = :hall")
                .param("hall", hall)
                .query((row, _) -> {
                    Source source = Source.valueOf(row.getString("source"));
                    Instant heard = instant(row, "heard_at");
                    boolean away = source == Source.HEARTBEAT && heard.isBefore(silent);
                    return new Unit(
                            Objects.requireNonNull(row.getString("seat")),
                            away ? State.OFFLINE : State.valueOf(row.getString("state")),
                            source,
                            away ? heard : instant(row, "since"),
                            row.getString("note"));
                })
                .list()
                .forEach(unit -> units.put(unit.seat(), unit));
        return units;
    }
}
