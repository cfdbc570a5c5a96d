package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.codes;
import static org.yicheng.assembly.Ballots.line;
import static org.yicheng.assembly.Ballots.only;
import static org.yicheng.assembly.Ballots.terms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.Scrutiny.Batch;
import org.yicheng.assembly.Scrutiny.FileFormat;
import org.yicheng.assembly.Scrutiny.Form;
import org.yicheng.assembly.Scrutiny.Identity;
import org.yicheng.assembly.Scrutiny.Line;
import org.yicheng.assembly.Scrutiny.Settlement;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Papers read by two tellers or a device, counted, and what follows from the count. */
@YichengTest
class BallotCountTest {

    private static final Secrecy PAPER = Secrecy.PAPER_TWO_TELLERS;

    @Autowired
    Ballots ballots;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Elections elections;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    private UUID adopted(Election election) {
        return elections.history(elections.chain(election.id()).getFirst().id()).stream()
                .flatMap(entered -> entered.question().stream())
                .findFirst()
                .orElseThrow();
    }

    private void confirmed(Election election) {
        elections
                .decided(election.id(), ElectionStep.DECIDE_VALIDITY, adopted(election))
                .orThrow();
        elections.take(election.id(), ElectionStep.ANNOUNCE).orThrow();
    }

    /** Worked example 9: 92, 52, 52 of N = 100 for two seats. */
    @Test
    void twoTiedVoteAgainForOneSeatAndMostVotesWin() {
        Election election = ballots.ready("tied", 100, 98, terms(Office.DEPUTY, 2, 1, PAPER), 3);
        ballots.voted(election, 98, 98);
        Election tie = ballots.counted(
                election,
                line(46, ballots.marks(election, "M1=Y", "M2=Y")),
                line(46, ballots.marks(election, "M1=Y", "M3=Y")),
                line(6, ballots.marks(election, "M2=Y", "M3=Y")));
        Election.Result result = tie.outcome().orElseThrow();
        assertThat(ballots.elected(tie)).containsExactly("M1");
        assertThat(ballots.numbers(tie, result.tied())).containsExactlyInAnyOrder("M2", "M3");
        assertThat(result.next()).isEqualTo("REVOTE_TIED");
        assertThat(result.unfilled()).isEqualTo(1);
        assertThat(codes(elections.follow(election.id(), true)))
                .as("the presidium has not confirmed the count")
                .containsExactly("assembly.election-nothing-follows");
        confirmed(election);

        Election again = elections.follow(election.id(), true).orThrow();
        assertThat(again.occasion()).isEqualTo(Occasion.REVOTE_TIE);
        assertThat(again.origin()).isEqualTo(election.id());
        assertThat(again.follows()).contains(election.id());
        assertThat(again.state()).isEqualTo(State.SCRUTINEERS_ADOPTED);
        assertThat(only(elections.follow(election.id(), true)).code()).isEqualTo("assembly.election-followed");
        ballots.voted(again, 98, 98);
        Election second = ballots.counted(
                again,
                line(40, ballots.marks(again, "M2=Y")),
                line(30, ballots.marks(again, "M3=Y")),
                line(28, ballots.marks(again)));
        assertThat(second.outcome().orElseThrow().threshold())
                .as("no new majority")
                .isEqualTo(1);
        assertThat(ballots.elected(second)).containsExactly("M2");
        assertThat(second.outcome().orElseThrow().next()).isEqualTo("NONE");
        assertThat(elections.chain(again.id())).extracting(Election::id).containsExactly(election.id(), again.id());
    }

    /** Worked example 10: 92, 44, 44 of N = 100; 44 is below the majority, so nobody is tied. */
    @Test
    void belowTheMajorityNobodyIsTiedAndASupplementaryElectionFollows() {
        Election election = ballots.ready("below", 100, 92, terms(Office.DEPUTY, 2, 1, PAPER), 3);
        ballots.voted(election, 92, 92);
        Election counted = ballots.counted(
                election,
                line(44, ballots.marks(election, "M1=Y", "M2=Y")),
                line(44, ballots.marks(election, "M1=Y", "M3=Y")),
                line(4, ballots.marks(election, "M1=Y")));
        assertThat(ballots.elected(counted)).containsExactly("M1");
        assertThat(counted.outcome().orElseThrow().tied()).isEmpty();
        assertThat(counted.outcome().orElseThrow().next()).isEqualTo("SUPPLEMENTARY");
        assertThat(counted.outcome().orElseThrow().threshold()).isEqualTo(51);
        confirmed(election);
        Election next = elections.follow(election.id(), true).orThrow();
        assertThat(next.occasion()).isEqualTo(Occasion.SUPPLEMENTARY);
        assertThat(next.state()).isEqualTo(State.LIST_FINAL);
        assertThat(next.terms().seats()).isEqualTo(1);
        assertThat(elections.candidates(next.id())).hasSize(2);
    }

    /** Worked example 11: 582, 582, 300, 282 of N = 633 for three seats. */
    @Test
    void threeSeatsOfWhichTwoAreFilledLeaveOneForASupplementaryElection() {
        Election election = ballots.ready("three", 633, 582, terms(Office.DEPUTY, 3, 1, PAPER), 4);
        ballots.voted(election, 582, 582);
        Election counted = ballots.counted(
                election,
                line(300, ballots.marks(election, "M1=Y", "M2=Y", "M3=Y")),
                line(282, ballots.marks(election, "M1=Y", "M2=Y", "M4=Y")));
        assertThat(ballots.elected(counted)).containsExactlyInAnyOrder("M1", "M2");
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(result.unfilled()).isEqualTo(1);
        assertThat(result.next()).isEqualTo("SUPPLEMENTARY");
        assertThat(result.explanation().zh()).contains("582").contains("317");
        confirmed(election);
        assertThat(elections.follow(election.id(), false).orThrow().state())
                .as("candidates are nominated anew")
                .isEqualTo(State.METHOD_ADOPTED);
    }

    /** Worked examples 12 and 13. */
    @Test
    void aWriteInIsElectedOnlyByWhoOpposesAsManyAsHeNames() {
        Election election = ballots.ready("written", 633, 582, terms(Office.DEPUTY, 1, 1, PAPER), 2);
        ballots.voted(election, 582, 582);
        Election counted = ballots.counted(
                election,
                line(320, ballots.marks(election, "M1=N", "M2=N"), "M7"),
                line(200, ballots.marks(election, "M1=Y")),
                line(62, ballots.marks(election), "M8"));
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(ballots.elected(counted)).containsExactly("M7");
        assertThat(result.valid()).isEqualTo(582);
        assertThat(result.disregarded()).isEqualTo(62);
        assertThat(result.elected().getFirst().writeIn()).isTrue();
    }

    /** Worked example 20: one name twice in the roster; the scrutineers say who is meant, by number. */
    @Test
    void aNameThatTwoDeputiesHaveIsSettledByTheScrutineers() {
        Election election = ballots.ready("names", 100, 90, terms(Office.DEPUTY, 1, 1, PAPER), 2);
        jdbc.update("""
                update party.person set name = '演示同名' where id in
                  (select person from assembly.mandate where body = 'names' and number in ('M20', 'M21'))
                """);
        ballots.voted(election, 90, 90);
        elections.take(election.id(), ElectionStep.DECLARE_VALID).orThrow();
        String marks = ballots.marks(election, "M1=N", "M2=N");
        int batch = scrutiny.open(election.id(), Form.COUNTS, 90).orThrow().number();
        List<Line> lines = List.of(
                line(40, marks, "演示 同名"), line(20, marks, "演示同名（正定县）"), line(20, marks, "某某"), line(10, marks, "外 人"));
        for (String teller : List.of("a", "b")) {
            scrutiny.enter(election.id(), batch, teller, lines).orThrow();
        }
        assertThat(codes(elections.take(election.id(), ElectionStep.COUNT)))
                .containsExactly("assembly.election-names-open");
        assertThat(scrutiny.alike(election.id(), "演示同名"))
                .extracting(Member::number)
                .containsExactlyInAnyOrder("M20", "M21");
        assertThat(codes(scrutiny.settle(
                        election.id(),
                        new Settlement("演示同名", Identity.PERSON, Optional.empty(), Optional.empty(), ""))))
                .containsExactly("assembly.written-name-one");
        assertThat(codes(scrutiny.settle(
                        election.id(),
                        new Settlement("某某", Identity.UNIDENTIFIABLE, Optional.empty(), Optional.empty(), " "))))
                .containsExactly("assembly.reason-missing");
        settle(election, "演示同名", "M20");
        settle(election, "演示同名（正定县）", "M21");
        scrutiny.settle(
                        election.id(),
                        new Settlement("某某", Identity.UNIDENTIFIABLE, Optional.empty(), Optional.empty(), "名册中没有此人"))
                .orThrow();
        scrutiny.settle(election.id(), new Settlement("外人", Identity.PERSON, Optional.empty(), Optional.of("外人"), ""))
                .orThrow();
        Election.Result result = elections
                .take(election.id(), ElectionStep.COUNT)
                .orThrow()
                .outcome()
                .orElseThrow();
        assertThat(result.disregarded()).isEqualTo(20);
        assertThat(result.tallies().stream()
                        .filter(Election.PersonTally::writeIn)
                        .map(Election.PersonTally::approve))
                .containsExactly(40L, 20L, 10L);
        assertThat(result.tallies().stream().map(Election.PersonTally::label)).doesNotHaveDuplicates();
    }

    private void settle(Election election, String written, String member) {
        scrutiny.settle(
                        election.id(),
                        new Settlement(written, Identity.PERSON, Optional.of(member), Optional.empty(), ""))
                .orThrow();
    }

    @Test
    void twoTellersSeeWhereTheyDifferAndTheBatchIsFrozenOnceTheyAgree() {
        Election election = ballots.ready("tellers", 60, 50, terms(Office.DEPUTY, 1, 1, PAPER), 2);
        ballots.voted(election, 50, 4);
        UUID id = election.id();
        assertThat(codes(scrutiny.open(id, Form.PAPERS, 4))).containsExactly("assembly.election-state");
        elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
        Refusal large = only(scrutiny.open(id, Form.PAPERS, 5));
        assertThat(large.facts()).containsEntry("left", 4).containsEntry("value", 5);
        int batch = scrutiny.open(id, Form.PAPERS, 4).orThrow().number();
        List<Line> first = List.of(line(1, "YN"), line(1, "NN", "M9"), line(1, "AA"), line(1, "YX"));
        List<Line> second = List.of(line(1, "YY"), line(1, "NN", "M8"), line(1, "AA"), line(1, "YX"));
        assertThat(codes(scrutiny.enter(id, batch, "a", List.of(line(1, "YN"), line(1, "Y"), line(2, "YN")))))
                .containsExactly("assembly.ballot-marks", "assembly.batch-line");
        scrutiny.enter(id, batch, "a", first).orThrow();
        Batch both = scrutiny.enter(id, batch, "b", second).orThrow();
        assertThat(both.frozen()).isFalse();
        assertThat(both.differences())
                .containsExactly(new Scrutiny.Difference(1, 2, "N", "Y"), new Scrutiny.Difference(2, -1, "M9", "M8"));
        assertThat(codes(scrutiny.enter(id, batch, "c", first))).containsExactly("assembly.batch-two-tellers");
        assertThat(codes(elections.take(id, ElectionStep.COUNT)))
                .contains("assembly.election-papers-missing", "assembly.election-batches-open");
        Batch agreed = scrutiny.enter(id, batch, "b", first).orThrow();
        assertThat(agreed.frozen()).isTrue();
        assertThat(scrutiny.entry(id, batch, "a")).as("the readings go").isEmpty();
        assertThat(codes(scrutiny.enter(id, batch, "a", second))).containsExactly("assembly.batch-frozen");
        settle(election, "M9", "M9");
        assertThat(elections.take(id, ElectionStep.COUNT).orThrow().state()).isEqualTo(State.COUNTED);
    }

    @Test
    void aScannedFileIsReadOnceAndDoubtfulPapersWaitForTheScrutineers() {
        Election election = ballots.ready("scan", 60, 50, terms(Office.DEPUTY, 1, 1, Secrecy.PAPER_SCANNED), 2);
        ballots.voted(election, 50, 5);
        UUID id = election.id();
        elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
        List<String> labels = elections.candidates(id).stream()
                .map(Elections.Candidate::label)
                .toList();
        String head = labels.get(0) + "," + labels.get(1) + ",另选他人,无法辨认\n";
        assertThat(codes(scan(id, FileFormat.CSV, labels.get(0) + ",另选他人\n○,\n")))
                .containsExactly("assembly.batch-columns");
        assertThat(codes(scan(id, FileFormat.CSV, head + "○,V,,\n"))).containsExactly("assembly.batch-file");
        String file = head + "○,×,,\n×,×,M9；M9,\n,?,,\n,,,1\n赞成,反对,,\n";
        Batch batch = scan(id, FileFormat.CSV, file).orThrow();
        assertThat(batch.doubtful()).containsExactly(3, 4);
        assertThat(codes(scan(id, FileFormat.CSV, file))).contains("assembly.batch-file-twice");
        scrutiny.review(id, batch.number(), 3, new BallotPaper("AY", List.of(), false))
                .orThrow();
        Batch read =
                scrutiny.review(id, batch.number(), 4, BallotPaper.illegible()).orThrow();
        assertThat(read.frozen()).isTrue();
        settle(election, "M9", "M9");
        Election.Result result =
                elections.take(id, ElectionStep.COUNT).orThrow().outcome().orElseThrow();
        assertThat(result.valid()).isEqualTo(4);
        assertThat(result.invalid()).isEqualTo(1);
        assertThat(result.tallies().getFirst().approve()).isEqualTo(2);

        for (FileFormat format : List.of(FileFormat.CSV, FileFormat.CVR)) {
            String export = new String(scrutiny.export(id, format).orThrow(), StandardCharsets.UTF_8);
            Election copy = ballots.ready(
                    "scan-" + format.name().toLowerCase(java.util.Locale.ROOT),
                    60,
                    50,
                    terms(Office.DEPUTY, 1, 1, Secrecy.PAPER_SCANNED),
                    2);
            ballots.voted(copy, 50, 5);
            elections.take(copy.id(), ElectionStep.DECLARE_VALID).orThrow();
            Batch again = scan(copy.id(), format, export).orThrow();
            assertThat(again.doubtful())
                    .as(format + " keeps what was illegible")
                    .hasSize(1);
            scrutiny.review(copy.id(), again.number(), again.doubtful().getFirst(), BallotPaper.illegible())
                    .orThrow();
            settle(copy, "M9", "M9");
            elections.take(copy.id(), ElectionStep.COUNT).orThrow();
            assertThat(scrutiny.papers(copy.id())).isEqualTo(scrutiny.papers(id));
        }
        assertThat(new String(scrutiny.export(id, FileFormat.BLT).orThrow(), StandardCharsets.UTF_8))
                .startsWith("2 1\n")
                .contains("1 1 0\n")
                .endsWith("\"副市长\"\n");
    }

    private Ruling<Batch> scan(UUID id, FileFormat format, String content) {
        return scrutiny.scan(id, format, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Property: the order and bundling of the papers change nothing, and the stored papers count to the result. */
    @Test
    void theSamePapersInAnyOrderAndBundlesCountToTheSameResult() {
        List<Election.Result> results = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Election election = ballots.ready("order-" + round, 100, 80, terms(Office.DEPUTY, 2, 2, PAPER), 4);
            ballots.voted(election, 80, 80);
            elections.take(election.id(), ElectionStep.DECLARE_VALID).orThrow();
            Random fixed = new Random(7);
            List<Line> lines = new ArrayList<>(
                    IntStream.range(0, 80).mapToObj(_ -> line(1, marks(fixed))).toList());
            Collections.shuffle(lines, new Random(round));
            int size = 20 * (round + 1) % 50 + 10;
            for (int at = 0; at < lines.size(); at += size) {
                List<Line> bundle = lines.subList(at, Math.min(lines.size(), at + size));
                int batch = scrutiny.open(election.id(), Form.PAPERS, bundle.size())
                        .orThrow()
                        .number();
                scrutiny.enter(election.id(), batch, "a", bundle).orThrow();
                scrutiny.enter(election.id(), batch, "b", bundle).orThrow();
            }
            Election.Result result = elections
                    .take(election.id(), ElectionStep.COUNT)
                    .orThrow()
                    .outcome()
                    .orElseThrow();
            assertThat(elections.recount(election.id())).isEqualTo(result);
            results.add(result);
        }
        assertThat(results.stream().map(Election.Result::digest).distinct()).hasSize(1);
        assertThat(results.stream()
                        .map(result -> result.tallies().stream()
                                .map(one -> List.of(one.approve(), one.oppose(), one.abstain(), one.illegible()))
                                .toList())
                        .distinct())
                .hasSize(1);
        assertThat(journal.firstFault()).isEmpty();
    }

    private static String marks(Random random) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            marks.append("YNAXYN".charAt(random.nextInt(6)));
        }
        return marks.toString();
    }

    /** Worked example 18: a by-election on the second day replaces a deputy; N stays, what was voted stands. */
    @Test
    void aDeputyReplacedDuringTheSessionLeavesNAsItWas() {
        Election election = ballots.ready("replaced", 100, 90, terms(Office.DEPUTY, 1, 1, PAPER), 2);
        Election voted = ballots.voted(election, 90, 90);
        bodies.changeStatus("replaced", "M50", Member.MandateStatus.TERMINATED, java.time.Instant.now(), "演示")
                .orThrow();
        assertThat(elections.byId(election.id()).orElseThrow().ballot().due())
                .isEqualTo(voted.ballot().due());
        Election counted = ballots.counted(election, line(90, ballots.marks(election, "M1=Y")));
        assertThat(counted.outcome().orElseThrow().threshold()).isEqualTo(51);
        assertThat(ballots.elected(counted)).containsExactly("M1");
    }

    /** Worked example 19: a deputy of the city and of the province is counted, and votes, once in each. */
    @Test
    void aDeputyOfTwoCongressesVotesOnceInEach() {
        Election city = ballots.ready("city", 60, 50, terms(Office.DEPUTY, 1, 1, Secrecy.ELECTRONIC_UNRECORDED), 2);
        UUID person = bodies.memberByNumber("city", "M10").orElseThrow().person();
        congress.presidium("province", "city", List.of(person));
        assertThat(bodies.due("province", java.time.Instant.now())).isEqualTo(1);
        elections.issue(city.id(), "city-1", 0, List.of()).orThrow();
        elections.take(city.id(), ElectionStep.OPEN_VOTING).orThrow();
        assertThat(city.ballot().due()).isEmpty();
        assertThat(elections.byId(city.id()).orElseThrow().ballot().due()).contains(60);
        elections
                .cast(city.id(), person, new BallotPaper("YN", List.of(), false), "1")
                .orThrow();
        assertThat(codes(elections.cast(city.id(), person, new BallotPaper("NY", List.of(), false), "2")))
                .containsExactly("assembly.election-voted");
    }
}
