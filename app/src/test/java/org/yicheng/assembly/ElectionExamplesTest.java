package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.terms;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.count.Office;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The worked examples on elections, each played through the REST interface with the example's own numbers. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElectionExamplesTest {

    private static final String BIG = "six-hundred";
    private static final String SMALL = "hundred";

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    /** A congress that meets, and the question by which it adopted its election methods. */
    private record House(String body, List<UUID> people, UUID adopted, Offices offices) {}

    private House big;
    private House small;

    @BeforeAll
    void twoCongressesMeet() {
        big = house(BIG, 633, 582);
        small = house(SMALL, 100, 98);
    }

    private House house(String body, int members, int present) {
        List<UUID> people = ballots.meeting(body, members, present);
        UUID adopted = ballots.adopted(body, people.subList(0, present));
        return new House(body, people, adopted, new Offices(new Rest(port), congress, body));
    }

    private static List<String> members(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "M" + i).toList();
    }

    private Election nominating(House house, int seats, int margin) {
        return ballots.nominating(
                house.body(), terms(Office.DEPUTY, seats, margin, Secrecy.PAPER_TWO_TELLERS), house.adopted());
    }

    /** An election with its list final: candidates M1, M2 … */
    private ElectionByRest election(House house, int seats, int candidates) {
        Election election = nominating(house, seats, candidates - seats);
        ballots.nominate(election, house.people(), members(1, candidates));
        int last = house.people().size();
        ballots.listed(election, house.adopted(), List.of("M" + (last - 1), "M" + last));
        return new ElectionByRest(house.offices(), election.id().toString());
    }

    /** Ends an election, so that another one of the same congress may be voted on. */
    private void ended(House house, ElectionByRest election) {
        election.announced(house.adopted().toString());
    }

    private static List<String> labels(JsonNode outcome, String flag) {
        return StreamSupport.stream(outcome.get("tallies").spliterator(), false)
                .filter(tally -> tally.get(flag).asBoolean())
                .map(tally -> tally.get("label").asString())
                .toList();
    }

    /** Names are 演示0 for M1, 演示1 for M2 … */
    private static String name(int member) {
        return "演示" + (member - 1);
    }

    /** Examples 6 and 7: 583 of 582 collected voids the ballot; 577 of 580 is valid. */
    @Test
    void morePapersThanIssuedVoidTheBallotAndFewerDoNot() {
        ElectionByRest election = election(big, 1, 2).voted(BIG + "-1", 582, 583);
        Rest.Problem voided = election.presidingRefused("DECLARE_VALID");
        assertThat(voided.codes()).containsExactly("assembly.election-void-collected");
        assertThat(voided.rule()).isEqualTo("EL:44(1)");
        assertThat(List.of(voided.fact("actual"), voided.fact("limit"))).containsExactly(583L, 582L);
        assertThat(election.preside("DECLARE_VOID").get("state").asString()).isEqualTo("VOID");

        election.voted(BIG + "-1", 580, 577);
        JsonNode outcome =
                election.entered(election.papers(577, List.of("M1=Y"))).count();
        assertThat(outcome.get("status").asString()).isEqualTo("VALID");
        assertThat(outcome.get("valid").asInt()).isEqualTo(577);
        assertThat(election.seen("").get("attempt").asInt()).isEqualTo(2);
        ended(big, election);
    }

    /** Example 8. */
    @Test
    void aPaperThatApprovesThreeForTwoSeatsIsInvalid() {
        ElectionByRest election = election(small, 2, 3).voted(SMALL + "-1", 98, 98);
        JsonNode outcome = election.entered(
                        election.papers(97, List.of("M1=Y", "M2=Y")),
                        election.papers(1, List.of("M1=Y", "M2=Y", "M3=Y")))
                .count();
        assertThat(outcome.get("valid").asInt()).isEqualTo(97);
        assertThat(outcome.get("invalid").asInt()).isEqualTo(1);
        assertThat(labels(outcome, "elected")).containsExactlyInAnyOrder(name(1), name(2));
        ended(small, election);
    }

    /** Example 9: 92, 52 and 52 of 100. */
    @Test
    void theTwoWhoAreTiedForTheSecondSeatAreVotedOnAgain() {
        ElectionByRest election = election(small, 2, 3).voted(SMALL + "-1", 98, 98);
        JsonNode outcome = election.entered(
                        election.papers(46, List.of("M1=Y", "M2=Y")),
                        election.papers(46, List.of("M1=Y", "M3=Y")),
                        election.papers(6, List.of("M2=Y", "M3=Y")))
                .count();
        assertThat(labels(outcome, "elected")).containsExactly(name(1));
        assertThat(labels(outcome, "tied")).containsExactlyInAnyOrder(name(2), name(3));
        assertThat(outcome.get("next").asString()).isEqualTo("REVOTE_TIED");
        ended(small, election);
        ElectionByRest again = election.followed().voted(SMALL + "-1", 98, 98);
        JsonNode second = again.entered(
                        again.papers(40, List.of("M2=Y")),
                        again.papers(30, List.of("M3=Y")),
                        again.papers(28, List.of()))
                .count();
        assertThat(labels(second, "elected")).containsExactly(name(2));
        ended(small, again);
    }

    /** Example 10: 92, 44 and 44 of 100. */
    @Test
    void belowTheMajorityOf51NobodyIsTied() {
        ElectionByRest election = election(small, 2, 3).voted(SMALL + "-1", 98, 92);
        JsonNode outcome = election.entered(
                        election.papers(44, List.of("M1=Y", "M2=Y")),
                        election.papers(44, List.of("M1=Y", "M3=Y")),
                        election.papers(4, List.of("M1=Y")))
                .count();
        assertThat(outcome.get("threshold").asInt()).isEqualTo(51);
        assertThat(labels(outcome, "elected")).containsExactly(name(1));
        assertThat(labels(outcome, "tied")).isEmpty();
        assertThat(outcome.get("next").asString()).isEqualTo("SUPPLEMENTARY");
        ended(small, election);
    }

    /** Example 11: 582, 582, 300 and 282 of 633. */
    @Test
    void twoOfThreeSeatsAreFilledAndOneIsLeftForASupplementaryElection() {
        ElectionByRest election = election(big, 3, 4).voted(BIG + "-1", 582, 582);
        JsonNode outcome = election.entered(
                        election.papers(300, List.of("M1=Y", "M2=Y", "M3=Y")),
                        election.papers(282, List.of("M1=Y", "M2=Y", "M4=Y")))
                .count();
        assertThat(labels(outcome, "elected")).containsExactlyInAnyOrder(name(1), name(2));
        assertThat(outcome.get("unfilled").asInt()).isEqualTo(1);
        assertThat(outcome.get("next").asString()).isEqualTo("SUPPLEMENTARY");
        ended(big, election);
    }

    /** Examples 12 and 13: 320 papers oppose both and name M7; 62 abstain on all and name M8. */
    @Test
    void aNameWrittenInIsElectedByThoseWhoOpposeAndDisregardedFromThoseWhoAbstain() {
        ElectionByRest election = election(big, 1, 2).voted(BIG + "-1", 582, 582);
        JsonNode outcome = election.entered(
                        election.papers(320, List.of("M1=N", "M2=N"), name(7)),
                        election.papers(200, List.of("M1=Y")),
                        election.papers(62, List.of(), name(8)))
                .settled(name(7), "M7")
                .settled(name(8), "M8")
                .count();
        assertThat(labels(outcome, "elected")).containsExactly(name(7));
        assertThat(labels(outcome, "writeIn")).containsExactly(name(7));
        assertThat(outcome.get("valid").asInt()).isEqualTo(582);
        assertThat(outcome.get("disregarded").asInt()).isEqualTo(62);
        ended(big, election);
    }

    /** Example 20. */
    @Test
    void aNameThatTwoDeputiesBearIsSettledByNumberAndTheListShowsTheDelegation() {
        jdbc.update("""
                update party.person set name = '演示同名' where id in
                  (select person from assembly.mandate where body = ? and number in ('M20', 'M21'))
                """, SMALL);
        ElectionByRest election = election(small, 1, 2).voted(SMALL + "-1", 98, 98);
        election.entered(election.papers(98, List.of("M1=N", "M2=N"), "演示同名"));
        String names = election.path() + "/written-names";
        Rest rest = small.offices().rest();
        assertThat(rest.refused(small.offices().scrutineer(), election.path() + "/count")
                        .codes())
                .containsExactly("assembly.election-names-open");
        JsonNode alike = rest.get(
                small.offices().scrutineer(),
                names + "/alike?written="
                        + java.net.URLEncoder.encode("演示同名", java.nio.charset.StandardCharsets.UTF_8));
        assertThat(StreamSupport.stream(alike.spliterator(), false)
                        .map(one -> one.get("number").asString()
                                + one.get("groupName").asString()))
                .containsExactlyInAnyOrder("M20正定县", "M21长安区");
        JsonNode outcome = election.settled("演示同名", "M20").count();
        assertThat(outcome.get("tallies").get(2).get("approve").asInt()).isEqualTo(98);
        assertThat(labels(outcome, "elected")).containsExactly("演示同名");
        ended(small, election);
    }

    /** Example 23: eight seats, margin 1; nine, eleven and eight nominated. */
    @Test
    void nineForEightSeatsAreElectedElevenArePreElectedAndEightAreTooFew() {
        Offices offices = big.offices();
        assertThat(slate(9)).isEqualTo("ELECT_DIFFERENTIAL");
        assertThat(slate(11)).isEqualTo("PRE_ELECTION");
        assertThat(slate(8)).isEqualTo("TOO_FEW");
        Election few = nominating(big, 8, 1);
        ballots.nominate(few, big.people(), members(1, 8));
        Rest.Problem refused =
                offices.rest().refused(offices.clerk(), "/elections/" + few.id() + "/preparation/DISCUSS");
        assertThat(refused.codes()).containsExactly("assembly.election-too-few");
        assertThat(refused.rule()).isEqualTo("OL:27");
        assertThat(List.of(refused.fact("nominated"), refused.fact("needed"))).containsExactly(8L, 9L);
    }

    private String slate(int nominated) {
        Election election = nominating(big, 8, 1);
        ballots.nominate(election, big.people(), members(1, nominated));
        Offices offices = big.offices();
        return offices.rest()
                .get(offices.clerk(), "/elections/" + election.id() + "/slate")
                .get("slate")
                .get("action")
                .asString();
    }
}
