package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.codes;
import static org.yicheng.assembly.Ballots.only;
import static org.yicheng.assembly.Ballots.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.count.Office;
import org.yicheng.rule.Refusal;
import org.yicheng.testing.YichengTest;

/** The electronic secret ballot: one paper a member, durable before it is answered, and no trace of who put in which. */
@YichengTest
class SecretBallotTest {

    private static final int VOTERS = 40;

    @Autowired
    Ballots ballots;

    @Autowired
    Bodies bodies;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Election open(String body) {
        Election election = ballots.ready(body, 60, 50, terms(Office.DEPUTY, 1, 1, Secrecy.ELECTRONIC_UNRECORDED), 2);
        elections.issue(election.id(), body + "-1", 0, List.of()).orThrow();
        return elections.take(election.id(), ElectionStep.OPEN_VOTING).orThrow();
    }

    private List<UUID> people(String body) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(
                        i -> bodies.memberByNumber(body, "M" + i).orElseThrow().person())
                .toList();
    }

    private static BallotPaper paper(String marks, String... names) {
        return new BallotPaper(marks, List.of(names), false);
    }

    /** Every voter's paper is different, so any link could be seen. */
    private static BallotPaper distinct(int voter) {
        return paper("NN", "标记" + voter + "号");
    }

    @Test
    void nothingStoredOrRecordedLinksAPaperToItsVoter() {
        Election election = open("secret");
        List<UUID> people = people("secret");
        for (int i = 0; i < VOTERS; i++) {
            elections
                    .cast(election.id(), people.get(i), distinct(i), "key-" + i)
                    .orThrow();
        }
        noLink("secret", people, "while the vote runs");
        noRowVersionTellsAVoter(election);
        elections.collect(election.id(), 0, List.of()).orThrow();
        noLink("secret", people, "after the box was closed");
        assertThat(jdbc.queryForObject("select count(*) from assembly.ballot_box", Integer.class))
                .isZero();
        List<String> stored = jdbc.queryForList(
                "select paper from assembly.ballot_paper where election = ?", String.class, election.id());
        assertThat(stored).hasSize(VOTERS);
        List<String> cast =
                IntStream.range(0, VOTERS).mapToObj(i -> distinct(i).code()).toList();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(cast).isNotEqualTo(cast);
        assertThat(columns("ballot_paper")).containsExactlyInAnyOrder("election", "attempt", "batch", "id", "paper");
    }

    private List<String> columns(String table) {
        return jdbc.queryForList(
                "select column_name from information_schema.columns where table_schema = 'assembly' and table_name = ?",
                String.class,
                table);
    }

    /** No row of any table, the record included, has both a mark of the paper and anything of its voter. */
    private void noLink(String body, List<UUID> people, String when) {
        List<String> rows = everyRow();
        assertThat(rows.stream().filter(row -> row.contains("标记7号")))
                .as("papers are there")
                .isNotEmpty();
        for (int i = 0; i < VOTERS; i++) {
            Member member = bodies.memberOf(body, people.get(i)).orElseThrow();
            String mark = "标记" + i + "号";
            List<String> holding =
                    rows.stream().filter(row -> row.contains(mark)).toList();
            for (String row : holding) {
                assertThat(row)
                        .as("%s, voter %s", when, member.number())
                        .doesNotContain(member.mandate().toString())
                        .doesNotContain(people.get(i).toString())
                        .doesNotContain("key-" + i)
                        .doesNotContain(member.name() + "\"");
            }
        }
    }

    private List<String> everyRow() {
        List<String> rows = new ArrayList<>();
        for (Map<String, Object> table : jdbc.queryForList("""
                select schemaname, tablename from pg_tables
                 where schemaname in ('home', 'party', 'record', 'document', 'assembly', 'congress', 'demo')
                """)) {
            rows.addAll(jdbc.queryForList(
                    "select to_jsonb(t)::text from " + table.get("schemaname") + "." + table.get("tablename") + " t",
                    String.class));
        }
        return rows;
    }

    /** PostgreSQL stamps each row with its transaction: the box is one row for all, written anew by every voter. */
    private void noRowVersionTellsAVoter(Election election) {
        assertThat(jdbc.queryForObject(
                        "select cardinality(papers) from assembly.ballot_box where election = ?",
                        Integer.class,
                        election.id()))
                .isEqualTo(VOTERS);
        assertThat(jdbc.queryForObject(
                        "select papers = (select array_agg(p order by p collate \"C\") from unnest(papers) p)"
                                + " from assembly.ballot_box where election = ?",
                        Boolean.class,
                        election.id()))
                .as("sorted by what stands on them, not by when they came")
                .isTrue();
        assertThat(jdbc.queryForObject("select count(*) from assembly.ballot_paper", Integer.class))
                .isZero();
    }

    @Test
    void aMemberSignedInVotesOnceAndARepeatGetsTheReceiptAgain() {
        Election election = open("once");
        List<UUID> people = people("once");
        UUID id = election.id();
        assertThat(elections.cast(id, people.get(0), paper("YN"), "a").orThrow().before())
                .isFalse();
        assertThat(elections.cast(id, people.get(0), paper("YN"), "a").orThrow().before())
                .isTrue();
        assertThat(codes(elections.cast(id, people.get(0), paper("NY"), "b")))
                .containsExactly("assembly.election-voted");
        assertThat(elections.voted(id, people.get(0))).isTrue();
        assertThat(elections.voted(id, people.get(1))).isFalse();
        assertThat(codes(elections.cast(id, people.get(55), paper("YN"), "c")))
                .containsExactly("assembly.not-signed-in");
        assertThat(codes(elections.cast(id, UUID.randomUUID(), paper("YN"), "d")))
                .containsExactly("assembly.no-mandate");
        assertThat(codes(elections.cast(id, people.get(1), paper("Y"), "e"))).containsExactly("assembly.ballot-marks");
        Refusal many = only(elections.cast(id, people.get(1), paper("YY"), "f"));
        assertThat(many.code()).isEqualTo("assembly.ballot-too-many");
        assertThat(many.ground().orElseThrow().key()).isEqualTo("EL:44(2)");
        assertThat(many.facts()).containsEntry("value", 2L).containsEntry("seats", 1);
        Refusal named = only(elections.cast(id, people.get(1), paper("AA", "某某"), "g"));
        assertThat(named.code()).isEqualTo("assembly.ballot-name-without-opposition");
        assertThat(named.ground().orElseThrow().key()).isEqualTo("DL:17(6)");
        assertThat(codes(elections.cast(id, people.get(1), paper("XN"), "h")))
                .containsExactly("assembly.ballot-electronic-mark");
        Election closed = elections.collect(id, 0, List.of()).orThrow();
        assertThat(closed.ballot().issued()).contains(50);
        assertThat(closed.ballot().collected()).contains(1);
        assertThat(codes(elections.cast(id, people.get(1), paper("YN"), "i")))
                .containsExactly("assembly.election-not-open");
    }

    /** What a kill in the middle would leave: the paper and the list's mark are one transaction, or neither. */
    @Test
    void aPaperAndItsMarkOnTheListAreKeptTogetherOrNotAtAll() {
        Election election = open("crash");
        UUID person = people("crash").getFirst();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            elections.cast(election.id(), person, paper("YN"), "lost").orThrow();
            assertThat(elections.voted(election.id(), person)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(elections.voted(election.id(), person)).isFalse();
        assertThat(jdbc.queryForObject(
                        "select cardinality(papers) from assembly.ballot_box where election = ?",
                        Integer.class,
                        election.id()))
                .isZero();
        elections.cast(election.id(), person, paper("YN"), "lost").orThrow();
        elections.collect(election.id(), 0, List.of()).orThrow();
        elections.take(election.id(), ElectionStep.DECLARE_VALID).orThrow();
        Election counted = elections.take(election.id(), ElectionStep.COUNT).orThrow();
        assertThat(counted.outcome().orElseThrow().valid()).isEqualTo(1);
        assertThat(scrutiny.papers(election.id())).containsExactly(paper("YN"));
    }
}
