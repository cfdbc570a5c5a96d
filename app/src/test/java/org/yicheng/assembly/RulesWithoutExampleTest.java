package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.terms;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.count.Office;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** Rules that no worked example shows, each holding and refusing through the REST interface. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesWithoutExampleTest {

    @Autowired
    Congress congress;

    @Autowired
    Association association;

    @Autowired
    Ballots ballots;

    @LocalServerPort
    int port;

    private Rest rest;

    @BeforeAll
    void connect() {
        rest = new Rest(port);
    }

    private Offices body(String id, Body.Kind kind, String rules, int members) {
        association.body(id, rules, kind, "1 ".repeat(members).strip().split(" "));
        return new Offices(rest, congress, id);
    }

    /** R3. */
    @Test
    void aPresidiumSitsWithTwoThirdsOfItsMembersAndNotWithOneLess() {
        Offices presidium = body("r3", Body.Kind.PRESIDIUM, "cn-presidium", 70);
        presidium.passGate(presidium.sitting("r3-1"), 0, 46, "IN");
        Rest.Problem refused = rest.refused(presidium.chair(), "/sittings/r3-1/open");
        assertThat(refused.codes()).containsExactly("assembly.quorum-missing");
        assertThat(refused.rule()).isEqualTo("GD:11");
        assertThat(List.of(refused.fact("present"), refused.fact("required"))).containsExactly(46L, 47L);
        presidium.passGate("r3-1", 46, 47, "IN");
        assertThat(rest.post(presidium.chair(), "/sittings/r3-1/open")
                        .get("state")
                        .asString())
                .isEqualTo("OPEN");
    }

    /** R4. */
    @Test
    void aStandingCommitteeSitsAndDecidesWithMoreThanHalfOfAllItsMembers() {
        Offices committee = body("r4", Body.Kind.STANDING_COMMITTEE, "cn-standing-committee", 60);
        committee.passGate(committee.sitting("r4-1"), 0, 30, "IN");
        Rest.Problem refused = rest.refused(committee.chair(), "/sittings/r4-1/open");
        assertThat(refused.rule()).isEqualTo("OL:51");
        assertThat(refused.fact("required")).isEqualTo(31);
        committee.passGate("r4-1", 30, 45, "IN");
        rest.post(committee.chair(), "/sittings/r4-1/open");
        String rejected = committee.voting("r4-1", VotingMode.SHOW_OF_HANDS);
        assertThat(committee.hands(rejected, 30, 10, 5, 0).get("result").asString())
                .isEqualTo("REJECTED");
        committee.declare(rejected);
        String adopted = committee.voting("r4-1", VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = committee.hands(adopted, 31, 9, 5, 0);
        assertThat(outcome.get("result").asString()).isEqualTo("ADOPTED");
        assertThat(outcome.get("required").asInt()).isEqualTo(31);
    }

    /** R16. */
    @Test
    void tenDeputiesNominateForTheLevelAboveAndNineDoNot() {
        List<UUID> people = ballots.meeting("r16", 30, 25);
        UUID adopted = ballots.adopted("r16", people.subList(0, 25));
        Election election =
                ballots.nominating("r16", terms(Office.UPPER_LEVEL_DEPUTY, 1, 1, Secrecy.PAPER_TWO_TELLERS), adopted);
        String first = congress.memberToken("r16", people.getFirst());
        String joint = rest.post(
                        first,
                        "/elections/" + election.id() + "/nominations",
                        Map.of("member", "M30", "profile", "演示候选人情况"))
                .get("id")
                .asString();
        people.subList(1, 9)
                .forEach(person -> rest.put(
                        congress.memberToken("r16", person), "/nominations/" + joint + "/signature", Map.of()));
        Rest.Problem refused = rest.refused(first, "/nominations/" + joint + "/submission");
        assertThat(refused.codes()).containsExactly("assembly.nomination-signers-missing");
        assertThat(refused.rule()).isEqualTo("EL:30(2)");
        assertThat(List.of(refused.fact("actual"), refused.fact("required"))).containsExactly(9L, 10L);
        rest.put(congress.memberToken("r16", people.get(9)), "/nominations/" + joint + "/signature", Map.of());
        assertThat(rest.post(first, "/nominations/" + joint + "/submission")
                        .get("state")
                        .asString())
                .isEqualTo("SUBMITTED");
    }

    /** R25. */
    @Test
    void aVoteInWhichNoMajorityOfAllTakesPartIsVoid() {
        Offices province = body("r25", Body.Kind.CONGRESS, "cn-guangdong-congress", 60);
        String sitting = province.open("r25-1", 50);
        String few = province.voting(sitting, VotingMode.SHOW_OF_HANDS);
        JsonNode outcome = province.hands(few, 30, 0, 0, 20);
        assertThat(outcome.get("result").asString()).isEqualTo("VOID");
        assertThat(outcome.get("reason").asString()).isEqualTo("LOW_PARTICIPATION");
        assertThat(outcome.get("explanation").get("zh").asString()).contains("31");
        province.declare(few);
        String enough = province.voting(sitting, VotingMode.SHOW_OF_HANDS);
        assertThat(province.hands(enough, 30, 0, 1, 19).get("result").asString())
                .as("31 take part, 30 of 60 are no majority")
                .isEqualTo("REJECTED");
    }

    /** R30. */
    @Test
    void forAgainstAndAbstainAreTheOnlyMarks() {
        Offices three = body("r30", Body.Kind.CONGRESS, "cn-city-congress", 3);
        String question = three.voting(three.open("r30-1", 3), VotingMode.ELECTRONIC_UNRECORDED);
        List<UUID> people = three.people();
        three.press(question, people.get(0), Mark.FOR, "k");
        three.press(question, people.get(1), Mark.AGAINST, "k");
        three.press(question, people.get(2), Mark.ABSTAIN, "k");
        Rest.Problem refused = rest.refused(
                congress.memberToken("r30", people.getFirst()),
                "/presses",
                Map.of("question", question, "mark", "MAYBE", "key", "l"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document().get("errors").get(0).get("field").asString())
                .isEqualTo("/mark");
        JsonNode votes = three.close(question).get("votes");
        assertThat(List.of(
                        votes.get("votesFor").asInt(),
                        votes.get("against").asInt(),
                        votes.get("abstain").asInt()))
                .containsExactly(1, 1, 1);
    }
}
