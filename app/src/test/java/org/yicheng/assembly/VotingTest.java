package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

@YichengTest
class VotingTest {

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    private UUID openVote(String sitting, VotingMode mode) {
        Question question = questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual("大会议程（草案）", "Agenda (draft)"),
                "议程",
                "test:agenda",
                mode));
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        return question.id();
    }

    private List<Ruling<Receipt>> press(UUID question, List<UUID> people, Mark mark, String key) {
        List<CompletableFuture<Ruling<Receipt>>> all = new ArrayList<>();
        for (UUID person : people) {
            all.add(questions.press(question, person, mark, key));
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aMajorityOfAllDeputiesAdoptsAndTheAnnouncementCanBeReadAloud() {
        List<UUID> people = congress.congress("big", 633);
        congress.sitting("big-1", "big");
        congress.signIn("big-1", "big", 0, 582);
        sittings.open("big-1").orThrow();
        UUID question = openVote("big-1", VotingMode.ELECTRONIC_UNRECORDED);
        press(question, people.subList(0, 569), Mark.FOR, "k");
        press(question, people.subList(569, 574), Mark.AGAINST, "k");
        press(question, people.subList(574, 580), Mark.ABSTAIN, "k");

        Question closed = questions.close(question).orThrow();
        Outcome outcome = closed.outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.ADOPTED);
        assertThat(outcome.required()).isEqualTo(317);
        assertThat(outcome.votes()).isEqualTo(new Outcome.Votes(569, 5, 6, 2));
        assertThat(outcome.announcement().zh()).isEqualTo("赞成569人，反对5人，弃权6人，未按表决器2人。\n通过。");
        assertThat(outcome.explanation().zh()).isEqualTo("赞成569人；须达到全体代表633人的过半数，即317人。已达到，通过。");

        assertThat(jdbc.queryForObject("select count(*) from assembly.press", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from assembly.ballot_key", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from assembly.paper where question = ?", Integer.class, question))
                .isEqualTo(580);
        assertThat(questions.ownVote(question, people.getFirst()).mark()).isEmpty();
        assertThat(questions.declare(question).orThrow().state()).isEqualTo(Question.State.DECLARED);
        assertThat(journal.firstFault()).isEmpty();
    }

    @Test
    void sevenRefusalsEachWithItsReason() {
        List<UUID> people = congress.congress("small", 9);
        congress.sitting("small-1", "small");
        congress.signIn("small-1", "small", 0, 5);
        assertThat(codes(sittings.open("small-1"))).containsExactly("assembly.quorum-missing");
        congress.signIn("small-1", "small", 5, 7);
        sittings.open("small-1").orThrow();
        UUID question = openVote("small-1", VotingMode.ELECTRONIC_UNRECORDED);

        assertThat(codes(press(question, people.subList(8, 9), Mark.FOR, "k").getFirst()))
                .containsExactly("assembly.not-signed-in");
        assertThat(codes(press(question, List.of(UUID.randomUUID()), Mark.FOR, "k")
                        .getFirst()))
                .containsExactly("assembly.no-mandate");
        assertThat(codes(press(UUID.randomUUID(), people, Mark.FOR, "k").getFirst()))
                .containsExactly("assembly.question.unknown");
        Question second = questions.list(new Questions.NewQuestion(
                "small-1",
                Question.Kind.RESOLUTION,
                new Bilingual("二", "two"),
                "",
                "test:two",
                VotingMode.ELECTRONIC_UNRECORDED));
        assertThat(codes(questions.put(second.id()))).containsExactly("assembly.other-question-open");
        assertThat(codes(sittings.close("small-1"))).containsExactly("assembly.question-unfinished");
        questions.close(question).orThrow();
        assertThat(codes(press(question, people.subList(0, 1), Mark.FOR, "k").getFirst()))
                .containsExactly("assembly.vote-not-open");
        assertThat(codes(questions.open(question))).containsExactly("assembly.question-state");
    }

    @Test
    void theLastPressCountsAndARepeatedKeyChangesNothing() {
        List<UUID> people = congress.congress("last", 3);
        congress.sitting("last-1", "last");
        congress.signIn("last-1", "last", 0, 3);
        sittings.open("last-1").orThrow();
        UUID question = openVote("last-1", VotingMode.ELECTRONIC_UNRECORDED);
        UUID first = people.getFirst();
        Receipt yes = questions.press(question, first, Mark.FOR, "a").join().orThrow();
        Receipt no = questions.press(question, first, Mark.AGAINST, "b").join().orThrow();
        Receipt again = questions.press(question, first, Mark.FOR, "a").join().orThrow();
        assertThat(yes.changed()).isFalse();
        assertThat(no.changed()).isTrue();
        assertThat(again.mark()).isEqualTo(Mark.AGAINST);
        assertThat(questions.pressed(question)).isEqualTo(1);
        assertThat(questions.ownVote(question, first).mark()).contains(Mark.AGAINST);
    }

    @Test
    void whoLeftAfterPressingKeepsTheVoteAndNStays() {
        List<UUID> people = congress.congress("left", 9);
        congress.sitting("left-1", "left");
        congress.signIn("left-1", "left", 0, 9);
        sittings.open("left-1").orThrow();
        UUID question = openVote("left-1", VotingMode.ELECTRONIC_UNRECORDED);
        press(question, people.subList(0, 7), Mark.FOR, "k");
        for (int i : new int[] {0, 1, 8}) {
            sittings.signInByHand("left-1", Congress.card("left", i), SignInEvent.Direction.OUT, "提前离席");
        }
        Outcome outcome = questions.close(question).orThrow().outcome().orElseThrow();
        assertThat(outcome.due()).isEqualTo(9);
        assertThat(outcome.votes()).isEqualTo(new Outcome.Votes(7, 0, 0, 1));
        assertThat(outcome.present()).isEqualTo(8);
    }

    @Test
    void twoTellersMustAgreeOnAShowOfHands() {
        congress.congress("hands", 9);
        congress.sitting("hands-1", "hands");
        congress.signIn("hands-1", "hands", 0, 7);
        sittings.open("hands-1").orThrow();
        UUID question = openVote("hands-1", VotingMode.ELECTRONIC_UNRECORDED);
        questions.turnToHands(question).orThrow();
        assertThat(codes(questions.enterHands(question, "t1", new Outcome.Votes(5, 1, 0, 0))))
                .containsExactly("assembly.hands-sum");
        questions.enterHands(question, "t1", new Outcome.Votes(5, 1, 1, 0)).orThrow();
        assertThat(codes(questions.close(question))).containsExactly("assembly.tellers-missing");
        questions.enterHands(question, "t2", new Outcome.Votes(6, 1, 0, 0)).orThrow();
        assertThat(codes(questions.close(question))).containsExactly("assembly.tellers-differ");
        questions.enterHands(question, "t2", new Outcome.Votes(5, 1, 1, 0)).orThrow();
        assertThat(questions.close(question).orThrow().outcome().orElseThrow().result())
                .isEqualTo(Outcome.Result.ADOPTED);
    }

    @Test
    void aRecordedVoteNamesItsMarksAfterDeclaration() {
        List<UUID> people = congress.congress("named", 3);
        congress.sitting("named-1", "named");
        congress.signIn("named-1", "named", 0, 3);
        sittings.open("named-1").orThrow();
        UUID question = openVote("named-1", VotingMode.ELECTRONIC_RECORDED);
        press(question, people, Mark.FOR, "k");
        questions.close(question).orThrow();
        assertThat(questions.recorded(question)).isEmpty();
        questions.declare(question).orThrow();
        assertThat(questions.recorded(question))
                .extracting(Questions.Named::memberNumber)
                .containsExactly("M1", "M2", "M3");
    }

    @Test
    void oneCardServesCongressAndPresidiumWithTwoCounts() {
        List<UUID> people = congress.congress("both", 90);
        congress.presidium("both-p", "both", people.subList(0, 70));
        congress.sitting("both-1", "both");
        congress.sitting("both-p-1", "both-p");
        congress.signIn("both-1", "both", 0, 80);
        congress.signIn("both-p-1", "both", 0, 65);
        assertThat(sittings.roll("both-1").present()).isEqualTo(80);
        Roll presidium = sittings.roll("both-p-1");
        assertThat(presidium.due()).isEqualTo(70);
        assertThat(presidium.present()).isEqualTo(65);
        assertThat(presidium.required()).isEqualTo(47);
        assertThat(congress.signIn("both-p-1", "both", 75, 76)
                        .getFirst()
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("assembly.not-of-this-body");
    }

    @Test
    void aDeclaredResultIsSupersededOnlyByARecordedActThatKeepsTheOldOne() {
        List<UUID> people = congress.congress("again", 3);
        congress.sitting("again-1", "again");
        congress.signIn("again-1", "again", 0, 3);
        sittings.open("again-1").orThrow();
        UUID question = openVote("again-1", VotingMode.ELECTRONIC_UNRECORDED);
        press(question, people, Mark.FOR, "k");
        questions.close(question).orThrow();
        questions.declare(question).orThrow();
        assertThat(codes(questions.supersede(question, new Outcome.Votes(1, 2, 0, 0), " ")))
                .containsExactly("assembly.reason-missing");
        questions.supersede(question, new Outcome.Votes(1, 2, 0, 0), "重新清点").orThrow();
        assertThat(questions.history(question))
                .extracting(Outcome::result)
                .containsExactly(Outcome.Result.ADOPTED, Outcome.Result.REJECTED);
    }
}
