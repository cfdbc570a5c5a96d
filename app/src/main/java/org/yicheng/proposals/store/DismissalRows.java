package org.yicheng.proposals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissal.Defence;
import org.yicheng.proposals.Dismissals.Heard;
import org.yicheng.proposals.Dismissals.ToPresidium;

/** Dismissals and defences as rows; rules are elsewhere. */
@Component
class DismissalRows {

    private final JdbcClient jdbc;

    DismissalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dismissal> of(UUID filing) {
        return find("filing", filing);
    }

    /** By the question of the presidium or of the plenary. */
    Optional<Dismissal> byQuestion(UUID question) {
        return find("presidium", question).or(() -> find("vote", question));
    }

    private Optional<Dismissal> find(String column, UUID value) {
        return jdbc.sql("select * from proposals.dismissal where " + column + " = :value")
                .param("value", value)
                .query(this::row)
                .optional();
    }

    List<UUID> submitted(String subject) {
        return jdbc.sql("""
                        select f.id from proposals.dismissal d join proposals.filing f on f.id = d.filing
                         where f.subject = :subject and d.state <> 'WAITING' and f.state <> 'WITHDRAWN'
                         order by f.number
                        """)
                .param("subject", subject)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void ask(UUID filing, ToPresidium asked, UUID question) {
        jdbc.sql("""
                        insert into proposals.dismissal (filing, office, way, state, presidium)
                        values (:filing, :office, :way, 'WAITING', :question)
                        on conflict (filing) do update
                           set office = excluded.office, way = excluded.way, state = 'WAITING',
                               presidium = excluded.presidium, vote = null, ballot = null
                        """)
                .param("filing", filing)
                .param("office", asked.office().name())
                .param("way", asked.way().name())
                .param("question", question)
                .update();
    }

    void move(UUID filing, Dismissal.State state) {
        set(filing, "state", state.name());
    }

    void vote(UUID filing, UUID question) {
        set(filing, "vote", question);
    }

    void ballot(UUID filing, UUID election) {
        set(filing, "ballot", election);
    }

    Optional<Dismissal> byBallot(UUID election) {
        return find("ballot", election);
    }

    void approve(UUID filing, String reference) {
        set(filing, "approval", reference);
    }

    private void set(UUID filing, String column, Object value) {
        jdbc.sql("update proposals.dismissal set " + column + " = :value where filing = :filing")
                .param("value", value)
                .param("filing", filing)
                .update();
    }

    int hear(UUID filing, Heard heard, Instant at) {
        return jdbc.sql("""
                        insert into proposals.defence (filing, number, form, sitting, content, at)
                        select :filing, coalesce(max(number), 0) + 1, :form, :sitting, :content, :at
                          from proposals.defence where filing = :filing
                        returning number
                        """)
                .param("filing", filing)
                .param("form", heard.form().name())
                .param("sitting", heard.sitting().orElse(null))
                .param("content", heard.text().strip())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void printed(UUID filing, int number, UUID paper) {
        jdbc.sql("update proposals.defence set paper = :paper where filing = :filing and number = :number")
                .param("paper", paper)
                .param("filing", filing)
                .param("number", number)
                .update();
    }

    List<Defence> defences(UUID filing) {
        return jdbc.sql("select * from proposals.defence where filing = :filing order by number")
                .param("filing", filing)
                .query((row, _) -> new Defence(
                        row.getInt("number"),
                        Dismissal.Form.valueOf(row.getString("form")),
                        Optional.ofNullable(row.getString("sitting")),
                        row.getString("content"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("paper", UUID.class))))
                .list();
    }

    private Dismissal row(ResultSet row, int at) throws SQLException {
        UUID filing = row.getObject("filing", UUID.class);
        return new Dismissal(
                filing,
                Dismissal.Office.valueOf(row.getString("office")),
                Dismissal.Way.valueOf(row.getString("way")),
                Dismissal.State.valueOf(row.getString("state")),
                row.getObject("presidium", UUID.class),
                Optional.ofNullable(row.getObject("vote", UUID.class)),
                Optional.ofNullable(row.getObject("ballot", UUID.class)),
                defences(filing),
                Optional.ofNullable(row.getString("approval")));
    }
}
