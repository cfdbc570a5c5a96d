package org.yicheng.livelihood.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;

/** Polls in PostgreSQL. */
@Component
class PollRows {

    private final JdbcClient jdbc;

    PollRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever puts a ballot in or ends the poll waits for whoever does it now. */
    void lock(UUID round) {
        jdbc.sql("select 1 from livelihood.poll where round = :round for update")
                .param("round", round)
                .query(Integer.class)
                .optional();
    }

    void set(Round round, Poll.Terms terms, List<Project> projects) {
        jdbc.sql("""
                        insert into livelihood.poll (round, opens, closes, fen, most, districts, demo)
                        values (:round, :opens, :closes, :fen, :most, :districts, :demo)
                        on conflict (round) do update
                           set opens = :opens, closes = :closes, fen = :fen, most = :most, districts = :districts
                        """)
                .param("round", round.id())
                .param("opens", terms.opens())
                .param("closes", terms.closes())
                .param("fen", terms.fen())
                .param("most", terms.most())
                .param("districts", terms.districts().toArray(String[]::new))
                .param("demo", round.demo())
                .update();
        jdbc.sql("delete from livelihood.poll_item where round = :round")
                .param("round", round.id())
                .update();
        projects.forEach(one -> jdbc.sql(
                        "insert into livelihood.poll_item (round, project, fen) values (:round, :project, :fen)")
                .param("round", round.id())
                .param("project", one.id())
                .param("fen", one.fen())
                .update());
    }

    Optional<Poll> of(UUID round) {
        return jdbc.sql("""
                        select poll.*, count(ballot.id) filter (where ballot.paper) as paper_ballots,
                               count(ballot.id) filter (where not ballot.paper) as web_ballots
                          from livelihood.poll
                          left join livelihood.poll_ballot ballot on ballot.round = poll.round
                         where poll.round = :round group by poll.round
                        """).param("round", round).query(this::row).optional();
    }

    private Poll row(ResultSet row, int at) throws SQLException {
        UUID round = row.getObject("round", UUID.class);
        return new Poll(
                round,
                new Poll.Terms(
                        row.getObject("opens", LocalDate.class),
                        row.getObject("closes", LocalDate.class),
                        row.getLong("fen"),
                        row.getInt("most"),
                        texts(row.getArray("districts"))),
                items(round),
                row.getBoolean("begun"),
                row.getInt("web_ballots"),
                row.getInt("paper_ballots"),
                row.getBoolean("closed"),
                row.getString("election"),
                row.getBoolean("demo"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private List<Poll.Item> items(UUID round) {
        return jdbc.sql("""
                        select project.id, number, title, goal, organ, item.fen, state, latitude, longitude
                          from livelihood.poll_item item join livelihood.project on project.id = item.project
                         where item.round = :round order by number
                        """)
                .param("round", round)
                .query((row, _) -> new Poll.Item(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("goal"),
                        row.getString("organ"),
                        row.getLong("fen"),
                        Project.State.valueOf(row.getString("state")) != Project.State.DROPPED,
                        ProjectRows.spot(row)))
                .list();
    }

    void insert(UUID round, String digest, boolean paper, Marks marks) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into livelihood.poll_ballot (id, round, code, paper, district, age, sex)
                        values (:id, :round, :code, :paper, :district, :age, :sex)
                        """)
                .param("id", id)
                .param("round", round)
                .param("code", digest)
                .param("paper", paper)
                .param("district", marks.district())
                .param("age", marks.age().map(Enum::name).orElse(""))
                .param("sex", marks.sex().map(Enum::name).orElse(""))
                .update();
        mark(id, marks.projects());
        jdbc.sql("update livelihood.poll set begun = true where round = :round and not begun")
                .param("round", round)
                .update();
    }

    private void mark(UUID ballot, List<UUID> projects) {
        projects.forEach(
                project -> jdbc.sql("insert into livelihood.poll_mark (ballot, project) values (:ballot, :project)")
                        .param("ballot", ballot)
                        .param("project", project)
                        .update());
    }

    /** A ballot and whether it came on paper. */
    record Kept(UUID id, boolean paper, Marks marks) {}

    Optional<Kept> byDigest(UUID round, String digest) {
        return jdbc.sql("select * from livelihood.poll_ballot where round = :round and code = :code")
                .param("round", round)
                .param("code", digest)
                .query((row, _) -> kept(row, marked(row.getObject("id", UUID.class))))
                .optional();
    }

    private static Kept kept(ResultSet row, List<UUID> projects) throws SQLException {
        String age = row.getString("age");
        String sex = row.getString("sex");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getBoolean("paper"),
                new Marks(
                        projects,
                        row.getString("district"),
                        age.isEmpty() ? Optional.empty() : Optional.of(Marks.Age.valueOf(age)),
                        sex.isEmpty() ? Optional.empty() : Optional.of(Marks.Sex.valueOf(sex))));
    }

    private List<UUID> marked(UUID ballot) {
        return jdbc.sql("""
                        select mark.project from livelihood.poll_mark mark
                          join livelihood.project on project.id = mark.project
                         where mark.ballot = :ballot order by number
                        """)
                .param("ballot", ballot)
                .query((row, _) -> row.getObject("project", UUID.class))
                .list();
    }

    void replace(UUID ballot, Marks marks) {
        jdbc.sql("update livelihood.poll_ballot set district = :district, age = :age, sex = :sex where id = :id")
                .param("district", marks.district())
                .param("age", marks.age().map(Enum::name).orElse(""))
                .param("sex", marks.sex().map(Enum::name).orElse(""))
                .param("id", ballot)
                .update();
        jdbc.sql("delete from livelihood.poll_mark where ballot = :ballot")
                .param("ballot", ballot)
                .update();
        mark(ballot, marks.projects());
    }

    void delete(UUID ballot) {
        jdbc.sql("delete from livelihood.poll_ballot where id = :id")
                .param("id", ballot)
                .update();
    }

    /** All ballots of a round, in no order. */
    List<Kept> ballots(UUID round) {
        Map<UUID, List<UUID>> marks = new HashMap<>();
        jdbc.sql("""
                        select mark.* from livelihood.poll_mark mark
                          join livelihood.poll_ballot ballot on ballot.id = mark.ballot where ballot.round = :round
                        """).param("round", round).query(row -> {
            marks.computeIfAbsent(row.getObject("ballot", UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject("project", UUID.class));
        });
        return jdbc.sql("select * from livelihood.poll_ballot where round = :round")
                .param("round", round)
                .query((row, _) -> kept(row, marks.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    void close(UUID round, Advice advice, String election) {
        jdbc.sql("""
                        update livelihood.poll
                           set closed = true, ballots = :ballots, rules = :rules, election = :election
                         where round = :round
                        """)
                .param("ballots", advice.ballots())
                .param("rules", advice.rules())
                .param("election", election)
                .param("round", round)
                .update();
        advice.lines()
                .forEach(line -> jdbc.sql("""
                        update livelihood.poll_item set votes = :votes, rank = :rank, chosen = :chosen
                         where round = :round and project = :project
                        """)
                        .param("votes", line.votes())
                        .param("rank", line.rank())
                        .param("chosen", line.chosenBy().toArray(String[]::new))
                        .param("round", round)
                        .param("project", line.project())
                        .update());
    }

    Optional<Advice> advice(UUID round) {
        return jdbc.sql("select ballots, rules from livelihood.poll where round = :round and closed")
                .param("round", round)
                .query((row, _) -> new Advice(row.getInt("ballots"), lines(round), row.getInt("rules")))
                .optional();
    }

    private List<Advice.Line> lines(UUID round) {
        return jdbc.sql("""
                        select project.id, number, title, item.fen, votes, rank, chosen
                          from livelihood.poll_item item join livelihood.project on project.id = item.project
                         where item.round = :round and rank > 0 order by rank, number
                        """)
                .param("round", round)
                .query((row, _) -> new Advice.Line(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getLong("fen"),
                        row.getInt("votes"),
                        row.getInt("rank"),
                        texts(row.getArray("chosen"))))
                .list();
    }
}
