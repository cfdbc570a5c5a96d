package org.yicheng.matter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.Pause;
import org.yicheng.matter.Deadlines.Suspension;
import org.yicheng.rule.Citation;

/** When limits stood still. */
@Component
class Suspensions {

    private final JdbcClient jdbc;

    Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Suspension> of(UUID deadline) {
        return jdbc.sql("select * from matter.suspension where deadline = :deadline order by ordinal")
                .param("deadline", deadline)
                .query(Suspensions::row)
                .list();
    }

    private static Suspension row(ResultSet row, int at) throws SQLException {
        return new Suspension(
                row.getObject("from_day", LocalDate.class),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("until_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("by"),
                row.getString("reason"),
                Citation.parse(row.getString("ground")));
    }

    /** The days not counted of every running limit that stood still and runs again. */
    Map<UUID, List<Pause>> ofRunning() {
        Map<UUID, List<Pause>> found = new HashMap<>();
        jdbc.sql("""
                        select s.deadline, s.from_day, s.until_day
                          from matter.suspension s join matter.deadline d on d.id = s.deadline
                         where d.ending is null and s.until_at is not null order by s.ordinal
                        """).query(row -> {
            found.computeIfAbsent(row.getObject("deadline", UUID.class), _ -> new ArrayList<>())
                    .add(new Pause(
                            row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class)));
        });
        return found;
    }

    void begin(UUID deadline, LocalDate day, Instant at, String by, String reason, Citation ground) {
        jdbc.sql("""
                        insert into matter.suspension (deadline, from_day, from_at, by, reason, ground)
                        values (:deadline, :day, :at, :by, :reason, :ground)
                        """)
                .param("deadline", deadline)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .param("ground", ground.key())
                .update();
    }

    void end(UUID deadline, LocalDate day, Instant at, String by) {
        jdbc.sql("""
                        update matter.suspension
                           set until_day = greatest(:day, from_day), until_at = greatest(:at, from_at), resumed_by = :by
                         where deadline = :deadline and until_at is null
                        """)
                .param("deadline", deadline)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Limits of a matter that have ended stand still no more. */
    void endWithTheirLimits(UUID matter, LocalDate day, Instant at, String by) {
        jdbc.sql("""
                        update matter.suspension s
                           set until_day = greatest(:day, from_day), until_at = greatest(:at, from_at), resumed_by = :by
                          from matter.deadline d
                         where d.id = s.deadline and d.matter = :matter and d.ending is not null and s.until_at is null
                        """)
                .param("matter", matter)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
