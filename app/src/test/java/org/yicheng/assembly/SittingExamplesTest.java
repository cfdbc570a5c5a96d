package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.party.Role;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The worked examples on sittings and votes, each played through the REST interface with the example's own numbers. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SittingExamplesTest {

    private static final String HOUSE = "house";

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Association association;

    @LocalServerPort
    int port;

    private Rest rest;
    private Offices house;
    private List<UUID> deputies = List.of();

    @BeforeAll
    void aCongressOf633() {
        rest = new Rest(port);
        deputies = congress.congress(HOUSE, 633);
        house = new Offices(rest, congress, HOUSE);
    }

    private Offices of(String body, int members) {
        congress.congress(body, members);
        return new Offices(rest, congress, body);
    }

    private static List<Integer> numbers(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.get(name).asInt()).toList();
    }

    /** Example 1. */
    @Test
    void with582Of633PresentTheCongressMayOpen() {
        house.open("example-1", 582);
        assertThat(numbers(house.roll("example-1"), "due", "present", "required"))
                .containsExactly(633, 582, 422);
        assertThat(rest.get("", "/sittings/example-1").get("state").asString()).isEqualTo("OPEN");
    }

    /** Example 2. */
    @Test
    void aPresidiumOf70With65PresentDecidesBy36() {
        congress.presidium("board-70", HOUSE, deputies.subList(0, 70));
        Offices presidium = new Offices(rest, congress, "board-70");
        presidium.sitting("example-2");
        // One card serves both bodies: the presidium's members pass with the cards of the congress.
        presidium.passGate("example-2", HOUSE, 0, 65, "IN");
        rest.post(presidium.chair(), "/sittings/example-2/open");
        assertThat(numbers(presidium.roll("example-2"), "due", "present", "required"))
                .containsExactly(70, 65, 47);
        String short1 = presidium.voting("example-2", VotingMode.SHOW_OF_HANDS);
        assertThat(presidium.hands(short1, 35, 30, 0, 0).get("result").asString())
                .isEqualTo("REJECTED");
        presidium.declare(short1);
        String enough = presidium.voting("example-2", VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = presidium.hands(enough, 36, 29, 0, 0);
        assertThat(outcome.get("result").asString()).isEqualTo("ADOPTED");
        assertThat(outcome.get("required").asInt()).isEqualTo(36);
    }

    /** Example 3. */
    @Test
    void exactly422MakeAQuorumAnd421DoNot() {
        house.passGate(house.sitting("example-3"), 0, 421, "IN");
        Rest.Problem short1 = rest.refused(house.chair(), "/sittings/example-3/open");
        assertThat(short1.status()).isEqualTo(409);
        assertThat(short1.codes()).containsExactly("assembly.quorum-missing");
        assertThat(short1.rule()).isEqualTo("OL:14(4)");
        assertThat(List.of(short1.fact("present"), short1.fact("required"), short1.fact("missing")))
                .containsExactly(421L, 422L, 1L);
        house.passGate("example-3", 421, 422, "IN");
        assertThat(rest.post(house.chair(), "/sittings/example-3/open")
                        .get("state")
                        .asString())
                .isEqualTo("OPEN");
    }

    /** Example 4. */
    @Test
    void with316ForOf582PresentTheTextIsRejected() {
        String question = house.voting(house.open("example-4", 582), VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = house.hands(question, 316, 0, 200, 66);
        assertThat(outcome.get("result").asString()).isEqualTo("REJECTED");
        assertThat(outcome.get("required").asInt()).isEqualTo(317);
        assertThat(outcome.get("explanation").get("zh").asString()).contains("全体代表633人的过半数，即317人", "还差1");
    }

    /** Example 5. */
    @Test
    void with317ForOf422PresentTheTextIsAdopted() {
        String question = house.voting(house.open("example-5", 422), VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = house.hands(question, 317, 105, 0, 0);
        assertThat(outcome.get("result").asString()).isEqualTo("ADOPTED");
        assertThat(numbers(outcome, "due", "present", "required")).containsExactly(633, 422, 317);
    }

    /** Example 14. */
    @Test
    void whoLeavesAfterVotingKeepsTheVoteAndNStays633() {
        String sitting = house.open("example-14", 430);
        String question = house.voting(sitting, VotingMode.ELECTRONIC_UNRECORDED);
        house.press(question, deputies.get(0), Mark.FOR, "a");
        house.press(question, deputies.get(1), Mark.FOR, "a");
        house.passGate(sitting, 0, 3, "OUT");
        assertThat(house.roll(sitting).get("present").asInt()).isEqualTo(427);
        JsonNode outcome = house.close(question);
        assertThat(outcome.get("due").asInt()).isEqualTo(633);
        assertThat(numbers(outcome.get("votes"), "votesFor", "against", "abstain", "notPressed"))
                .containsExactly(2, 0, 0, 427);
        assertThat(outcome.get("present").asInt())
                .as("427 there and two who voted")
                .isEqualTo(429);
    }

    /** Example 15. */
    @Test
    void with421LeftTheSittingPausesAndTheNextVoteCannotOpen() {
        String sitting = house.open("example-15", 422);
        String question = house.listed(sitting, VotingMode.SHOW_OF_HANDS);
        rest.post(house.chair(), "/questions/" + question + "/put");
        house.passGate(sitting, 421, 422, "OUT");
        Rest.Problem refused = rest.refused(house.chair(), "/questions/" + question + "/open");
        assertThat(refused.codes()).containsExactly("assembly.vote-quorum-missing");
        assertThat(List.of(refused.fact("present"), refused.fact("required"), refused.fact("missing")))
                .containsExactly(421L, 422L, 1L);
        assertThat(rest.get("", "/sittings/" + sitting).get("state").asString()).isEqualTo("PAUSED");
        assertThat(rest.get("", "/questions/" + question).get("state").asString())
                .isEqualTo("PUT");
        assertThat(rest.refused(house.chair(), "/sittings/" + sitting + "/resume")
                        .codes())
                .containsExactly("assembly.quorum-missing");

        house.gate(sitting, List.of(house.event("back", Congress.card(HOUSE, 421), "IN")));
        rest.post(house.chair(), "/sittings/" + sitting + "/resume");
        rest.post(house.chair(), "/questions/" + question + "/open");
        assertThat(house.hands(question, 317, 105, 0, 0).get("result").asString())
                .isEqualTo("ADOPTED");
    }

    /** Example 18. */
    @Test
    void aDeputyReplacedByByElectionChangesTheCardAndNeitherNNorTheVotes() {
        Offices nine = of("replaced-nine", 9);
        List<UUID> people = nine.people();
        String sitting = nine.open("example-18", 8);
        String question = nine.voting(sitting, VotingMode.ELECTRONIC_UNRECORDED);
        people.subList(0, 5).forEach(person -> nine.press(question, person, Mark.FOR, "a"));
        String old = Congress.card("replaced-nine", 0);
        String members = "/bodies/replaced-nine/members/M1";
        String now = congress.clock.instant().toString();
        rest.post(nine.clerk(), members + "/end", Map.of("ground", "RESIGNED", "effective", now, "decision", "演示决定"));
        rest.post(
                nine.clerk(),
                members + "/successor",
                Map.of(
                        "elected",
                        Map.of("name", "演示新", "sex", "女", "number", "M10", "card", "NEW-CARD", "seat", "01-00"),
                        "effective",
                        congress.clock.instant().toString(),
                        "decision",
                        "演示决定"));
        JsonNode gate = nine.gate(sitting, List.of(nine.event("o", old, "IN"), nine.event("n", "NEW-CARD", "IN")));
        assertThat(gate.get(0).get("effect").asString()).isEqualTo("REJECTED");
        assertThat(gate.get(0).get("code").asString()).isEqualTo("assembly.former-member");
        assertThat(rest.get(nine.clerk(), "/bodies/replaced-nine/cards/" + old)
                        .get("status")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(gate.get(1).get("effect").asString()).isEqualTo("COUNTED");
        assertThat(nine.roll(sitting).get("due").asInt()).isEqualTo(9);
        JsonNode outcome = nine.close(question);
        assertThat(outcome.get("due").asInt()).isEqualTo(9);
        assertThat(outcome.get("votes").get("votesFor").asInt()).isEqualTo(5);
        assertThat(outcome.get("result").asString()).isEqualTo("ADOPTED");
    }

    /** Example 19. */
    @Test
    void aDeputyOfCityAndProvinceIsCountedOnceInEach() {
        Offices city = of("two-city", 3);
        Offices province = of("two-province", 3);
        UUID both = bodies.memberByNumber("two-city", "M1").orElseThrow().person();
        bodies.enrol(
                        "two-province",
                        List.of(new NewMember(
                                "P1",
                                both,
                                "A",
                                "长安区",
                                Member.MandateStatus.IN_OFFICE,
                                LocalDate.of(2023, 1, 1),
                                Optional.empty(),
                                Optional.empty(),
                                "")))
                .orThrow();
        String card = Congress.card("two-city", 0);
        for (Offices one : List.of(city, province)) {
            String sitting = one.sitting("example-19-" + (one == city ? "city" : "province"));
            one.gate(sitting, List.of(one.event(sitting + "1", card, "IN"), one.event(sitting + "2", card, "IN")));
            assertThat(one.roll(sitting).get("present").asInt()).isEqualTo(1);
        }
        assertThat(city.roll("example-19-city").get("due").asInt()).isEqualTo(3);
        assertThat(province.roll("example-19-province").get("due").asInt()).isEqualTo(4);
        JsonNode dual = rest.get(city.clerk(), "/bodies/two-city/dual-mandates");
        assertThat(dual.size()).isEqualTo(1);
        assertThat(dual.get(0).get("otherNumber").asString()).isEqualTo("P1");
    }

    /** Example 21. */
    @Test
    void whoPressesYesAndThenNoHasVotedNo() {
        Offices three = of("three", 3);
        List<UUID> people = three.people();
        String question = three.voting(three.open("example-21", 3), VotingMode.ELECTRONIC_UNRECORDED);
        assertThat(three.press(question, people.getFirst(), Mark.FOR, "a")
                        .get("changed")
                        .asBoolean())
                .isFalse();
        assertThat(three.press(question, people.getFirst(), Mark.AGAINST, "b")
                        .get("changed")
                        .asBoolean())
                .isTrue();
        assertThat(numbers(three.close(question).get("votes"), "votesFor", "against", "abstain", "notPressed"))
                .containsExactly(0, 1, 0, 2);
        assertThat(rest.get("", "/bodies/three/rules").get("press").asString()).isEqualTo("LAST");
    }

    /** Example 22. */
    @Test
    void aVoteInWhichEverybodyAbstainsIsRejectedForWantOfVotes() {
        association.body("club", "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1", "1", "1");
        Offices club = new Offices(rest, congress, "club");
        String question = club.voting(club.open("example-22", 4), VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = club.hands(question, 0, 0, 4, 0);
        assertThat(outcome.get("result").asString()).isEqualTo("REJECTED");
        assertThat(outcome.get("reason").asString()).isEqualTo("NO_VOTES");
    }

    /** Example 24. */
    @Test
    void sixOfTenCreditorsWithLessThanHalfOfTheClaimsDecideNothing() {
        // 499 of 1,000 are for: more than half of the heads, 49.9 % of the claims.
        String[] claims = {"100", "100", "100", "100", "50", "49", "125", "125", "125", "126"};
        association.body("creditors-10", "cn-creditors", Body.Kind.CREDITORS_MEETING, claims);
        Offices creditors = new Offices(rest, congress, "creditors-10");
        String question = creditors.voting(creditors.open("example-24", 10), VotingMode.ROLL_CALL);
        for (int i = 1; i <= 10; i++) {
            rest.post(
                    creditors.token(Role.TELLER, ""),
                    "/questions/" + question + "/answers",
                    Map.of("member", "M" + i, "mark", i <= 6 ? "FOR" : "AGAINST"));
        }
        JsonNode outcome = creditors.close(question);
        assertThat(outcome.get("result").asString()).isEqualTo("REJECTED");
        assertThat(outcome.get("votes").get("votesFor").asInt()).isEqualTo(6);
        assertThat(outcome.get("required").asInt()).isEqualTo(6);
        assertThat(outcome.get("explanation").get("zh").asString()).contains("499", "须500", "还差1");
        creditors.declare(question);
        JsonNode weighed = rest.get("", "/questions/" + question + "/weighed");
        assertThat(weighed.get("votesFor").asString()).isEqualTo("499");
    }
}
