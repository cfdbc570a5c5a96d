package org.yicheng.assembly.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.assembly.Elections.Entered;
import org.yicheng.assembly.Elections.NewElection;
import org.yicheng.assembly.Secrecy;
import org.yicheng.count.Basis;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.count.projects.DeputiesBallot;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/** Reads and writes elections; every change goes through the row's lock. */
@Component
class ElectionRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ElectionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Election> byId(UUID id) {
        return jdbc.sql("select * from assembly.election where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The election with its row locked until the transaction ends. */
    Optional<Election> locked(UUID id) {
        boolean known = jdbc.sql("select 1 from assembly.election where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        return known ? byId(id) : Optional.empty();
    }

    List<Election> where(String column, Object value) {
        return jdbc.sql("select * from assembly.election where " + column + " = :value order by body, number")
                .param("value", value)
                .query(this::row)
                .list();
    }

    /** The one whose papers are out in a sitting; else the last whose papers were issued or whose result was announced. */
    Optional<Election> ofSitting(String sitting) {
        return jdbc.sql("""
                        select e.* from assembly.election e
                         where e.sitting = :sitting
                         order by e.state in ('PAPERS_ISSUED', 'VOTING', 'COLLECTED') desc,
                               (select max(s.at) from assembly.election_step s
                                 where s.election = e.id and s.state in ('PAPERS_ISSUED', 'ANNOUNCED')) desc nulls last,
                               e.number desc
                         limit 1
                        """).param("sitting", sitting).query(this::row).optional();
    }

    private Election row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int attempt = row.getInt("attempt");
        return new Election(
                id,
                row.getString("body"),
                row.getInt("number"),
                new Bilingual(row.getString("title_zh"), row.getString("title_en")),
                Occasion.valueOf(row.getString("occasion")),
                terms(row),
                row.getString("method"),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("follows", UUID.class)),
                row.getObject("origin", UUID.class),
                State.valueOf(row.getString("state")),
                attempt,
                new Election.Ballot(
                        Optional.ofNullable(row.getString("sitting")),
                        number(row, "due"),
                        number(row, "present"),
                        number(row, "issued"),
                        number(row, "collected")),
                result(id, attempt));
    }

    private static Election.Terms terms(ResultSet row) throws SQLException {
        return new Election.Terms(
                Office.valueOf(row.getString("office")),
                row.getInt("seats"),
                number(row, "margin"),
                WriteInRule.valueOf(row.getString("write_in")),
                Secrecy.valueOf(row.getString("secrecy")),
                row.getBoolean("new_term"),
                row.getBoolean("members_only"),
                choosing(row));
    }

    private static Optional<Election.Choosing> choosing(ResultSet row) throws SQLException {
        String preset = row.getString("preset");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Election.Choosing(
                        DeputiesBallot.Preset.valueOf(preset),
                        Basis.valueOf(row.getString("base")),
                        row.getBoolean("again")));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Stores a new election in a state of its chain; {@code follows} is the ballot before. */
    UUID add(NewElection plan, State state, Optional<Election> follows) {
        UUID id = UUID.randomUUID();
        jdbc.sql("select 1 from assembly.body where id = :id for update")
                .param("id", plan.body())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into assembly.election (id, body, number, title_zh, title_en, office, occasion, seats, margin,
                            write_in, secrecy, new_term, members_only, preset, base, again, method,
                            subject, follows, origin, state)
                        select :id, :body, coalesce(max(number), 0) + 1, :zh, :en, :office, :occasion, :seats, :margin,
                               :writeIn, :secrecy, :newTerm, :membersOnly, :preset, :base, :again, :method, :subject,
                               :follows, :origin, :state
                          from assembly.election where body = :body
                        """)
                .param("id", id)
                .param("body", plan.body())
                .param("zh", plan.title().zh())
                .param("en", plan.title().en())
                .param("occasion", plan.occasion().name())
                .param("subject", plan.subject())
                .param("follows", follows.map(Election::id).orElse(null))
                .param("origin", follows.map(Election::origin).orElse(id))
                .param("state", state.name())
                .params(termParams(plan.terms(), plan.method()))
                .update();
        enter(id, state, 1, Optional.empty());
        return id;
    }

    private static java.util.Map<String, Object> termParams(Election.Terms terms, String method) {
        java.util.Map<String, Object> params = new java.util.HashMap<>();
        params.put("office", terms.office().name());
        params.put("seats", terms.seats());
        params.put("margin", terms.margin().orElse(null));
        params.put("writeIn", terms.writeIn().name());
        params.put("secrecy", terms.secrecy().name());
        params.put("newTerm", terms.newTerm());
        params.put("membersOnly", terms.membersOnly());
        params.put("preset", terms.choosing().map(one -> one.preset().name()).orElse(null));
        params.put("base", terms.choosing().map(one -> one.base().name()).orElse(null));
        params.put("again", terms.choosing().map(Election.Choosing::again).orElse(null));
        params.put("method", method);
        return params;
    }

    void redraft(UUID id, Election.Terms terms, String method) {
        jdbc.sql("""
                        update assembly.election
                           set office = :office, seats = :seats, margin = :margin, write_in = :writeIn, secrecy = :secrecy,
                               new_term = :newTerm, members_only = :membersOnly, preset = :preset, base = :base,
                               again = :again, method = :method
                         where id = :id
                        """).params(termParams(terms, method)).param("id", id).update();
    }

    /** Sets a state and remembers when it began and what decided it. */
    void move(Election election, State state, Optional<UUID> question) {
        jdbc.sql("update assembly.election set state = :state where id = :id")
                .param("state", state.name())
                .param("id", election.id())
                .update();
        enter(election.id(), state, election.attempt(), question);
    }

    private void enter(UUID id, State state, int attempt, Optional<UUID> question) {
        jdbc.sql("""
                        insert into assembly.election_step (election, place, state, attempt, at, question)
                        select :id, coalesce(max(place), 0) + 1, :state, :attempt, :at, :question
                          from assembly.election_step where election = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("attempt", attempt)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("question", question.orElse(null))
                .update();
    }

    void issued(UUID id, int attempt, String sitting, int due, int present, int issued) {
        jdbc.sql("""
                        update assembly.election
                           set attempt = :attempt, sitting = :sitting, due = :due, present = :present, issued = :issued,
                               collected = null
                         where id = :id
                        """)
                .param("id", id)
                .param("attempt", attempt)
                .param("sitting", sitting)
                .param("due", due)
                .param("present", present)
                .param("issued", issued)
                .update();
    }

    void collected(UUID id, int issued, int present, int collected) {
        jdbc.sql("""
                        update assembly.election set issued = :issued, present = :present, collected = :collected
                         where id = :id
                        """)
                .param("id", id)
                .param("issued", issued)
                .param("present", present)
                .param("collected", collected)
                .update();
    }

    List<Entered> history(UUID id) {
        return jdbc.sql("select * from assembly.election_step where election = :id order by place")
                .param("id", id)
                .query((row, _) -> new Entered(
                        State.valueOf(row.getString("state")),
                        row.getInt("attempt"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("question", UUID.class))))
                .list();
    }

    List<Candidate> candidates(UUID id) {
        return jdbc.sql("""
                        select c.*, n.member, n.profile, b.demo
                          from assembly.candidate c
                          join assembly.nomination n on n.id = c.nomination
                          join assembly.election e on e.id = c.election
                          join assembly.body b on b.id = e.body
                         where c.election = :id order by c.place
                        """)
                .param("id", id)
                .query((row, _) -> new Candidate(
                        row.getInt("place"),
                        row.getObject("person", UUID.class),
                        row.getString("label"),
                        Optional.ofNullable(row.getString("member")),
                        row.getString("profile"),
                        row.getBoolean("demo")))
                .list();
    }

    void candidate(UUID election, int place, UUID nomination, UUID person, String label) {
        jdbc.sql("""
                        insert into assembly.candidate (election, place, nomination, person, label)
                        values (:election, :place, :nomination, :person, :label)
                        """)
                .param("election", election)
                .param("place", place)
                .param("nomination", nomination)
                .param("person", person)
                .param("label", label)
                .update();
    }

    Optional<Election.Result> result(UUID id, int attempt) {
        return jdbc.sql("select * from assembly.election_result where election = :id and attempt = :attempt")
                .param("id", id)
                .param("attempt", attempt)
                .query((row, _) -> new Election.Result(
                        row.getString("status"),
                        Optional.ofNullable(row.getString("reason")),
                        row.getLong("threshold"),
                        row.getLong("valid"),
                        row.getLong("invalid"),
                        row.getLong("blank"),
                        row.getLong("disregarded"),
                        row.getInt("unfilled"),
                        row.getString("next"),
                        new Bilingual(row.getString("explanation_zh"), row.getString("explanation_en")),
                        Arrays.stream((String[]) row.getArray("grounds").getArray())
                                .map(Citation::parse)
                                .toList(),
                        row.getString("digest"),
                        tallies(id, attempt)))
                .optional();
    }

    private List<Election.PersonTally> tallies(UUID id, int attempt) {
        return jdbc.sql("""
                        select * from assembly.election_tally where election = :id and attempt = :attempt order by place
                        """)
                .param("id", id)
                .param("attempt", attempt)
                .query((row, _) -> new Election.PersonTally(
                        row.getObject("person", UUID.class),
                        row.getString("label"),
                        row.getBoolean("write_in"),
                        row.getLong("approve"),
                        row.getLong("oppose"),
                        row.getLong("abstain"),
                        row.getLong("illegible"),
                        row.getLong("points"),
                        row.getBoolean("elected"),
                        row.getBoolean("tied")))
                .list();
    }

    void store(Election election, Election.Result result) {
        jdbc.sql("""
                        insert into assembly.election_result (election, attempt, status, reason, threshold, valid, invalid,
                            blank, disregarded, unfilled, next, explanation_zh, explanation_en, grounds, digest)
                        values (:election, :attempt, :status, :reason, :threshold, :valid, :invalid, :blank, :disregarded,
                            :unfilled, :next, :zh, :en, :grounds, :digest)
                        """)
                .param("election", election.id())
                .param("attempt", election.attempt())
                .param("status", result.status())
                .param("reason", result.reason().orElse(null))
                .param("threshold", result.threshold())
                .param("valid", result.valid())
                .param("invalid", result.invalid())
                .param("blank", result.blank())
                .param("disregarded", result.disregarded())
                .param("unfilled", result.unfilled())
                .param("next", result.next())
                .param("zh", result.explanation().zh())
                .param("en", result.explanation().en())
                .param("grounds", result.grounds().stream().map(Citation::key).toArray(String[]::new))
                .param("digest", result.digest())
                .update();
        int place = 0;
        for (Election.PersonTally tally : result.tallies()) {
            place++;
            jdbc.sql("""
                            insert into assembly.election_tally (election, attempt, place, person, label, write_in, approve,
                                oppose, abstain, illegible, points, elected, tied)
                            values (:election, :attempt, :place, :person, :label, :writeIn, :approve, :oppose, :abstain,
                                :illegible, :points, :elected, :tied)
                            """)
                    .param("election", election.id())
                    .param("attempt", election.attempt())
                    .param("place", place)
                    .param("person", tally.person())
                    .param("label", tally.label())
                    .param("writeIn", tally.writeIn())
                    .param("approve", tally.approve())
                    .param("oppose", tally.oppose())
                    .param("abstain", tally.abstain())
                    .param("illegible", tally.illegible())
                    .param("points", tally.points())
                    .param("elected", tally.elected())
                    .param("tied", tally.tied())
                    .update();
        }
    }
}
