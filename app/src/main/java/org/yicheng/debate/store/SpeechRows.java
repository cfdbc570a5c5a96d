package org.yicheng.debate.store;

import static org.yicheng.debate.store.Rows.instant;
import static org.yicheng.debate.store.Rows.optionalInstant;
import static org.yicheng.debate.store.Rows.optionalUuid;
import static org.yicheng.debate.store.Rows.stamp;
import static org.yicheng.debate.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.debate.Speech;
import org.yicheng.debate.SpeechClock;
import org.yicheng.debate.Speeches;

/** The rows of the lists of speakers. */
@Component
class SpeechRows {

    private final JdbcClient jdbc;

    SpeechRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(String sitting, Speaker speaker, Speeches.Request request, int turn, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into debate.speech (id, item, sitting, kind, side, person, member, name, demo, group_code,
                                                   group_name, state, turn, asked_at, about)
                        values (:id, :item, :sitting, :kind, :side, :person, :member, :name, :demo, :group, :group_name,
                                'WAITING', :turn, :at, :about)
                        """)
                .param("id", id)
                .param("item", request.item())
                .param("sitting", sitting)
                .param("kind", request.kind().name())
                .param("side", request.side().name())
                .param("person", speaker.person())
                .param("member", speaker.number())
                .param("name", speaker.name())
                .param("demo", speaker.demo())
                .param("group", speaker.group())
                .param("group_name", speaker.groupName())
                .param("turn", turn)
                .param("at", stamp(at))
                .param("about", request.about().strip())
                .update();
        return id;
    }

    void start(UUID speech, long limitMs, Instant now) {
        jdbc.sql("""
                        update debate.speech set state = 'SPEAKING', limit_ms = :limit, running_since = :now, started_at = :now
                         where id = :id
                        """)
                .param("limit", limitMs)
                .param("now", stamp(now))
                .param("id", speech)
                .update();
    }

    /** Stores where a clock stands. */
    void keep(UUID speech, SpeechClock clock) {
        jdbc.sql("update debate.speech set used_ms = :used, running_since = :since where id = :id")
                .param("used", clock.used().toMillis())
                .param("since", clock.runningSince().map(Rows::stamp).orElse(null))
                .param("id", speech)
                .update();
    }

    void set(UUID speech, String column, Object value) {
        jdbc.sql("update debate.speech set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", speech)
                .update();
    }

    Optional<Speech> byId(UUID speech) {
        return jdbc.sql("select * from debate.speech where id = :id")
                .param("id", speech)
                .query(SpeechRows::row)
                .optional();
    }

    List<Speech> ofItem(UUID item) {
        return jdbc.sql("select * from debate.speech where item = :item order by arrival")
                .param("item", item)
                .query(SpeechRows::row)
                .list();
    }

    List<Speech> heard(UUID item) {
        return jdbc.sql(
                        "select * from debate.speech where item = :item and state = 'DONE' order by started_at, arrival")
                .param("item", item)
                .query(SpeechRows::row)
                .list();
    }

    List<Speech> floor(String sitting) {
        return jdbc.sql("""
                        select * from debate.speech where sitting = :sitting and state = 'SPEAKING'
                         order by kind = 'POINT_OF_ORDER' desc
                        """).param("sitting", sitting).query(SpeechRows::row).list();
    }

    private static Speech row(ResultSet row, int at) throws SQLException {
        return new Speech(
                uuid(row, "id"),
                uuid(row, "item"),
                row.getString("sitting"),
                Speech.Kind.valueOf(row.getString("kind")),
                Speech.Side.valueOf(row.getString("side")),
                uuid(row, "person"),
                row.getString("member"),
                row.getString("name"),
                row.getBoolean("demo"),
                row.getString("group_code"),
                row.getString("group_name"),
                Speech.State.valueOf(row.getString("state")),
                row.getInt("turn"),
                row.getInt("place"),
                row.getLong("arrival"),
                instant(row, "asked_at"),
                new SpeechClock(
                        Duration.ofMillis(row.getLong("limit_ms")),
                        Duration.ofMillis(row.getLong("used_ms")),
                        optionalInstant(row, "running_since")),
                row.getString("about"),
                row.getString("ruling"),
                optionalUuid(row, "appeal"));
    }
}
