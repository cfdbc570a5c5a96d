package org.yicheng.congress.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Resignations.Letter;

/** Resignations in PostgreSQL. */
@Component
class ResignationRows {

    private final JdbcClient jdbc;

    ResignationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param title as to be printed @param person as in the roster, if the person is in it */
    UUID insert(String body, Letter letter, String person, String title, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.resignation (id, body, number, kind, office, person, member, title, written,
                                                          reason, state, filed_at)
                        select :id, :body, coalesce(max(number), 0) + 1, :kind, :office, :person, :member, :title, :written,
                               :reason, 'FILED', :now
                          from congress.resignation where body = :body
                        """)
                .param("id", id)
                .param("body", body)
                .param("kind", letter.kind().name())
                .param("office", letter.office().map(Enum::name).orElse(null))
                .param("person", person)
                .param("member", letter.member().orElse(null))
                .param("title", title)
                .param("written", letter.written())
                .param("reason", letter.reason().strip())
                .param("now", stamp(now))
                .update();
        return id;
    }

    /** Sets columns by name; names come from this package alone. */
    void set(UUID id, Map<String, ?> columns) {
        String assignments = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec update = jdbc.sql("update congress.resignation set " + assignments + " where id = :id")
                .param("id", id);
        for (Map.Entry<String, ?> column : columns.entrySet()) {
            Object value = column.getValue() instanceof Instant at ? stamp(at) : column.getValue();
            update = update.param(column.getKey(), value);
        }
        update.update();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    Optional<Resignation> byId(UUID id, boolean lock) {
        return jdbc.sql("select * from congress.resignation where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(ResignationRows::row)
                .optional();
    }

    Optional<Resignation> byQuestion(UUID question) {
        return jdbc.sql("select * from congress.resignation where question = :question")
                .param("question", question)
                .query(ResignationRows::row)
                .optional();
    }

    List<Resignation> of(String body) {
        return jdbc.sql("select * from congress.resignation where body = :body order by number desc limit 500")
                .param("body", body)
                .query(ResignationRows::row)
                .list();
    }

    private static Resignation row(ResultSet row, int at) throws SQLException {
        return new Resignation(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getInt("number"),
                Resignation.Kind.valueOf(row.getString("kind")),
                text(row, "office").map(Resignation.Office::valueOf),
                row.getString("person"),
                text(row, "member"),
                row.getString("title"),
                row.getObject("written", LocalDate.class),
                row.getString("reason"),
                Resignation.State.valueOf(row.getString("state")),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                text(row, "competence").map(Resignation.Competence::valueOf),
                Optional.ofNullable(row.getObject("question", UUID.class)),
                row.getString("decision"),
                instant(row, "decided_at"),
                text(row, "approval"),
                instant(row, "effective_at"),
                text(row, "report"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
