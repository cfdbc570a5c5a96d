package org.yicheng.assembly.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** The keypads fail in the middle of a vote: one act voids it and puts the question by hands (NPC rules, art. 60). */
@YichengTest
class HandsAgainTest {

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    HandsAgain handsAgain;

    @Autowired
    JdbcTemplate jdbc;

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    /** Nine present of nine, five have pressed. */
    private UUID running(String body, VotingMode mode) {
        List<UUID> people = congress.congress(body, 9);
        congress.sitting(body + "-1", body);
        congress.signIn(body + "-1", body, 0, 9);
        sittings.open(body + "-1").orThrow();
        UUID id = questions
                .list(new Questions.NewQuestion(
                        body + "-1",
                        Question.Kind.RESOLUTION,
                        new Bilingual("决议", "Resolution"),
                        "全文",
                        "test:" + body,
                        mode))
                .id();
        questions.put(id).orThrow();
        questions.open(id).orThrow();
        people.subList(0, 5).stream()
                .map(person -> questions.press(id, person, Mark.FOR, "k"))
                .forEach(CompletableFuture::join);
        return id;
    }

    private int rows(String table, UUID question) {
        Integer count = jdbc.queryForObject(
                "select count(*) from assembly." + table + " where question = ?", Integer.class, question);
        return count == null ? -1 : count;
    }

    @ParameterizedTest
    @EnumSource(names = {"ELECTRONIC_UNRECORDED", "ELECTRONIC_RECORDED"})
    void nothingOfTheVoidedVoteRemainsButHowManyWerePresent(VotingMode mode) {
        String body = "void-" + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        UUID first = running(body, mode);
        Question again = handsAgain.voidAndPutByHands(first, "西区断电").orThrow();

        Question voided = questions.byId(first).orElseThrow();
        assertThat(voided.state()).isEqualTo(Question.State.DECLARED);
        Outcome outcome = voided.outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.VOID);
        assertThat(outcome.reason()).contains("DEVICES_FAILED");
        assertThat(outcome.votes()).isEqualTo(new Outcome.Votes(0, 0, 0, 0));
        assertThat(outcome.present()).isEqualTo(9);
        for (String table : List.of("press", "participation", "ballot_key", "paper", "named_mark")) {
            assertThat(rows(table, first)).as(table).isZero();
        }
        List<String> acts = jdbc.queryForList(
                "select facts::text from record.act where verb = 'hall.vote-voided' and subject = ?",
                String.class,
                "question:" + first);
        assertThat(acts).hasSize(1);
        assertThat(acts.getFirst())
                .contains("present", "西区断电")
                .doesNotContain("FOR")
                .doesNotContain("press\"");

        assertThat(again.state()).isEqualTo(Question.State.VOTING);
        assertThat(again.mode()).isEqualTo(VotingMode.SHOW_OF_HANDS);
        assertThat(List.of(again.title(), again.text(), again.subject()))
                .isEqualTo(List.of(voided.title(), voided.text(), voided.subject()));
        assertThat(again.membersDue()).contains(9);
        assertThat(handsAgain.first(again.id()).orElseThrow().question()).isEqualTo(first);
        assertThat(handsAgain.again(first).orElseThrow().number()).isEqualTo(again.number());
    }

    @Test
    void twoTellersDecideTheQuestionAndTheVoidedOneCannotBeCorrectedIntoASecondResult() {
        UUID first = running("decided", VotingMode.ELECTRONIC_UNRECORDED);
        UUID again = handsAgain.voidAndPutByHands(first, "主机故障").orThrow().id();
        Outcome.Votes counted = new Outcome.Votes(6, 1, 2, 0);
        questions.enterHands(again, "t1", counted).orThrow();
        assertThat(codes(questions.close(again))).containsExactly("assembly.tellers-missing");
        questions.enterHands(again, "t2", counted).orThrow();
        questions.close(again).orThrow();
        assertThat(questions.declare(again).orThrow().outcome().orElseThrow().result())
                .isEqualTo(Outcome.Result.ADOPTED);
        assertThat(codes(questions.supersede(first, counted, "重计"))).containsExactly("hall.voided-stays");
    }

    @Test
    void whoKeepsSomethingByAQuestionsIdKeepsItForTheOneThatFollows() {
        UUID first = running("kept", VotingMode.ELECTRONIC_UNRECORDED);
        UUID election = UUID.randomUUID();
        jdbc.update(
                "insert into congress.election_question (question, election, matter) values (?, ?, 'METHOD')",
                first,
                election);
        jdbc.update("insert into debate.asked (question, about) values (?, 'motion')", first);
        UUID again = handsAgain.voidAndPutByHands(first, "断电").orThrow().id();
        assertThat(jdbc.queryForList(
                        "select question from congress.election_question where election = ?", UUID.class, election))
                .containsExactlyInAnyOrder(first, again);
        assertThat(jdbc.queryForObject("select about from debate.asked where question = ?", String.class, again))
                .isEqualTo("motion");
    }

    @Test
    void aVoteIsNotVoidedWithoutAReasonTwiceOrWhenNoneIsRunning() {
        UUID first = running("once", VotingMode.ELECTRONIC_UNRECORDED);
        assertThat(codes(handsAgain.voidAndPutByHands(first, "  "))).containsExactly("hall.reason-length");
        assertThat(questions.pressed(first)).as("nothing was touched").isEqualTo(5);
        UUID again = handsAgain.voidAndPutByHands(first, "故障").orThrow().id();
        assertThat(codes(handsAgain.voidAndPutByHands(first, "故障"))).containsExactly("hall.no-electronic-vote");
        assertThat(codes(handsAgain.voidAndPutByHands(again, "故障"))).containsExactly("hall.no-electronic-vote");
        assertThat(codes(handsAgain.voidAndPutByHands(UUID.randomUUID(), "故障")))
                .containsExactly("assembly.question.unknown");
        assertThat(questions.ofSitting("once-1")).hasSize(2);
    }

    @Test
    void withoutQuorumTheVoteStaysAsItIsAndTheChairSeesBothNumbers() {
        UUID first = running("few", VotingMode.ELECTRONIC_UNRECORDED);
        for (int i = 5; i < 9; i++) {
            sittings.signInByHand("few-1", Congress.card("few", i), Direction.OUT, "离场");
        }
        Ruling<Question> ruling = handsAgain.voidAndPutByHands(first, "故障");
        assertThat(codes(ruling)).containsExactly("assembly.vote-quorum-missing");
        assertThat(questions.byId(first).orElseThrow().state()).isEqualTo(Question.State.VOTING);
        assertThat(questions.pressed(first)).isEqualTo(5);
    }
}
