package org.yicheng.congress.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.congress.ScheduleChanges.Proposed;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.rule.Bilingual;

/** The tables of schedules: the lines of one, and the changes that are proposed. */
@Component
class ScheduleRows {

    private static final Set<Question.State> UNDER_WAY =
            EnumSet.of(Question.State.LISTED, Question.State.PUT, Question.State.VOTING, Question.State.CLOSED);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Questions questions;

    ScheduleRows(JdbcClient jdbc, JdbcTemplate template, Questions questions) {
        this.jdbc = jdbc;
        this.template = template;
        this.questions = questions;
    }

    List<Item> items(String session) {
        return jdbc.sql("select * from congress.schedule_item where session = :session order by place")
                .param("session", session)
                .query(ScheduleRows::item)
                .list();
    }

    private static Item item(ResultSet row, int at) throws SQLException {
        return new Item(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Bilingual(row.getString("title_zh"), row.getString("title_en")),
                row.getString("room"),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.of(row.getString("who")).filter(who -> !who.isEmpty()));
    }

    /** Replaces a session's schedule; the items come in order. */
    void replace(String session, List<Item> ordered) {
        jdbc.sql("delete from congress.schedule_item where session = :session")
                .param("session", session)
                .update();
        insert("insert into congress.schedule_item (session, place, ", "?, ?, ", ordered, session);
    }

    /** Stores the lines of a proposed change anew. */
    void propose(String session, int number, List<Item> ordered) {
        jdbc.sql("delete from congress.schedule_proposal_item where session = :session and number = :number")
                .param("session", session)
                .param("number", number)
                .update();
        insert(
                "insert into congress.schedule_proposal_item (session, number, place, ",
                "?, ?, ?, ",
                ordered,
                session,
                number);
    }

    private void insert(String into, String keys, List<Item> ordered, Object... key) {
        List<Object[]> rows = new ArrayList<>();
        for (Item item : ordered) {
            List<Object> row = new ArrayList<>(List.of(key));
            row.add(rows.size() + 1);
            row.add(item.at().atOffset(ZoneOffset.UTC));
            row.add(item.title().zh());
            row.add(item.title().en());
            row.add(item.room());
            row.add(item.until().map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null));
            row.add(item.who().map(String::strip).orElse(""));
            rows.add(row.toArray());
        }
        template.batchUpdate(
                into + "at, title_zh, title_en, room, until, who) values (" + keys + "?, ?, ?, ?, ?, ?)", rows);
    }

    List<Proposed> proposed(String session) {
        return jdbc.sql("select * from congress.schedule_proposal where session = :session order by number desc")
                .param("session", session)
                .query((row, _) -> new Proposed(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        lines(session, row.getInt("number")),
                        row.getInt("base"),
                        Optional.ofNullable(row.getObject("question", UUID.class)),
                        Optional.ofNullable(row.getString("result"))))
                .list();
    }

    private List<Item> lines(String session, int number) {
        return jdbc.sql(
                        "select * from congress.schedule_proposal_item where session = :session and number = :number order by place")
                .param("session", session)
                .param("number", number)
                .query(ScheduleRows::item)
                .list();
    }

    /** The change that is not decided yet. */
    Optional<Proposed> open(String session) {
        return proposed(session).stream().filter(one -> one.result().isEmpty()).findFirst();
    }

    /** Whether its question waits for the presidium or is being voted on. */
    boolean underWay(String session) {
        return open(session)
                .flatMap(Proposed::question)
                .flatMap(questions::byId)
                .filter(question -> UNDER_WAY.contains(question.state()))
                .isPresent();
    }
}
