package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Voices.Instruction;
import org.yicheng.assembly.Voices.Parts;
import org.yicheng.count.Weight;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Weights, proxies, split votes, roll call, acclamation and unanimous consent, in real bodies. */
@YichengTest
class WeightedVotingTest {

    @Autowired
    Association association;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Voices voices;

    @Autowired
    Proxies proxies;

    @Autowired
    VotingWeights weights;

    @Autowired
    Journal journal;

    private static Weight w(String text) {
        return Weight.parse(text).orElseThrow();
    }

    private static Instruction whole(Mark mark) {
        return new Instruction.Whole(mark);
    }

    private static Instruction split(String votesFor, String against, String abstain) {
        return new Instruction.Split(new Parts(w(votesFor), w(against), w(abstain)));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Refusal first(Ruling<?> ruling) {
        return ((Ruling.Refused<?>) ruling).reasons().getFirst();
    }

    @Test
    void aHolderOfHundredVotesSeventyForAndThirtyAgainstAndForHisGivers() {
        List<UUID> people = association.body(
                "shares", "association-weighted", Body.Kind.ASSOCIATION, "100", "100", "40.000001", "0.5");
        proxies.give("shares", Optional.empty(), "M2", "M3", "授权书1号").orThrow();
        congress.sitting("shares-1", "shares");
        // Two of four in person, one represented: more than half of all members are needed, 3.
        congress.signIn("shares-1", "shares", 0, 1);
        assertThat(codes(sittings.open("shares-1"))).containsExactly("assembly.quorum-missing");
        congress.signIn("shares-1", "shares", 2, 3);
        assertThat(sittings.roll("shares-1").present()).isEqualTo(3);
        sittings.open("shares-1").orThrow();
        UUID vote = association.openVote("shares", VotingMode.ELECTRONIC_RECORDED);
        voices.cast(vote, people.get(0), "M1", split("70", "30", "0")).orThrow();
        voices.cast(vote, people.get(2), "M2", whole(Mark.AGAINST)).orThrow();
        voices.cast(vote, people.get(2), "M3", whole(Mark.FOR)).orThrow();

        Outcome outcome = questions.close(vote).orThrow().outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.REJECTED);
        assertThat(outcome.due()).isEqualTo(4);
        assertThat(outcome.present()).isEqualTo(3);
        assertThat(outcome.announcement().zh()).contains("按份额：赞成110.000001，反对130，弃权0，未表决0。");
        assertThat(outcome.explanation().zh()).contains("240.000001", "须120.000001", "还差10");
        assertThat(outcome.explanation().en()).doesNotContain("{");
        Voices.Weighed weighed = voices.weighed(vote).orElseThrow();
        assertThat(weighed.all()).isEqualTo(w("240.500001"));
        assertThat(weighed.notVoted()).isEqualTo(Weight.ZERO);
        assertThat(voices.of(vote)).isEmpty();
        questions.declare(vote).orThrow();
        assertThat(voices.of(vote))
                .extracting(Voices.Voice::member, Voices.Voice::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M1", "M1"),
                        org.assertj.core.groups.Tuple.tuple("M2", "M3"),
                        org.assertj.core.groups.Tuple.tuple("M3", "M3"));
        assertThat(codes(questions.supersede(vote, new Outcome.Votes(3, 0, 0, 0), "recount")))
                .containsExactly("assembly.supersede-by-heads");
        assertThat(journal.firstFault()).isEmpty();
    }

    /** Section 8: the quorum by shares where the by-laws say so; represented shares count. */
    @Test
    void aQuorumBySharesIsAskedForAtOpeningAtTheVoteAndWhenItCloses() {
        List<UUID> people =
                association.body("quorum", "association-shares", Body.Kind.ASSOCIATION, "50", "30", "20", "0.000001");
        congress.sitting("quorum-1", "quorum");
        congress.signIn("quorum-1", "quorum", 0, 1);
        Ruling<Sitting> half = sittings.open("quorum-1");
        assertThat(codes(half)).containsExactly("assembly.quorum-missing-weight");
        assertThat(first(half).facts())
                .containsEntry("all", w("100.000001"))
                .containsEntry("present", w("50"))
                .containsEntry("required", w("50.000001"))
                .containsEntry("missing", w("0.000001"));
        proxies.give("quorum", Optional.empty(), "M4", "M1", "授权书1号").orThrow();
        assertThat(sittings.roll("quorum-1").weight())
                .hasValueSatisfying(
                        weight -> assertThat(weight.present()).as("represented").isEqualTo(w("50.000001")));
        sittings.open("quorum-1").orThrow();

        UUID vote = association.openVote("quorum", VotingMode.ELECTRONIC_RECORDED);
        congress.signIn("quorum-1", "quorum", 1, 3);
        voices.cast(vote, people.get(1), "M2", whole(Mark.FOR)).orThrow();
        String card = bodies.activeCardOf(people.get(0)).orElseThrow().code();
        sittings.signInByHand("quorum-1", card, SignInEvent.Direction.OUT, "leaves");
        Outcome outcome = questions.close(vote).orThrow().outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.VOID);
        assertThat(outcome.reason()).hasValue("NO_WEIGHT_QUORUM");
        assertThat(outcome.explanation().zh()).contains("出席的份额为50", "须有50.000001");
        questions.declare(vote).orThrow();

        UUID next = association.listed("quorum", VotingMode.ELECTRONIC_RECORDED);
        questions.put(next).orThrow();
        assertThat(codes(questions.open(next))).contains("assembly.vote-quorum-missing-weight");
        assertThat(sittings.byId("quorum-1").orElseThrow().state()).isEqualTo(Sitting.State.PAUSED);
        assertThat(codes(sittings.resume("quorum-1"))).containsExactly("assembly.quorum-missing-weight");
        assertThat(journal.firstFault()).isEmpty();
    }

    @Test
    void aProxyRestsWhileItsGiverIsThereAndNobodyHoldsMoreThanTheRuleSetAdmits() {
        List<UUID> people =
                association.body("limits", "association-weighted", Body.Kind.ASSOCIATION, "1", "1", "1", "1", "1", "1");
        proxies.give("limits", Optional.empty(), "M2", "M1", "").orThrow();
        proxies.give("limits", Optional.empty(), "M3", "M1", "").orThrow();
        proxies.give("limits", Optional.empty(), "M4", "M1", "").orThrow();
        Ruling<Proxies.Proxy> fourth = proxies.give("limits", Optional.empty(), "M5", "M1", "");
        assertThat(codes(fourth)).containsExactly("assembly.proxy-limit");
        assertThat(first(fourth).facts()).containsEntry("held", 3L).containsEntry("most", 3);
        assertThat(codes(proxies.give("limits", Optional.empty(), "M2", "M6", "")))
                .containsExactly("assembly.proxy-given");
        assertThat(codes(proxies.give("limits", Optional.empty(), "M5", "M2", "")))
                .containsExactly("assembly.proxy-chain");
        assertThat(codes(proxies.give("limits", Optional.empty(), "M1", "M6", "")))
                .containsExactly("assembly.proxy-holder-gives");
        assertThat(codes(proxies.give("limits", Optional.empty(), "M6", "M6", "")))
                .contains("assembly.proxy-to-oneself");

        congress.sitting("limits-1", "limits");
        congress.signIn("limits-1", "limits", 0, 2);
        sittings.open("limits-1").orThrow();
        UUID vote = association.openVote("limits", VotingMode.ELECTRONIC_RECORDED);
        assertThat(codes(voices.cast(vote, people.get(0), "M2", whole(Mark.FOR))))
                .containsExactly("assembly.no-proxy-in-force");
        assertThat(codes(voices.cast(vote, people.get(1), "M3", whole(Mark.FOR))))
                .containsExactly("assembly.no-proxy-in-force");
        assertThat(codes(voices.cast(vote, people.get(0), "M1", split("0.6", "0.400001", "0"))))
                .containsExactly("assembly.split-above-weight");
        assertThat(codes(voices.cast(vote, people.get(4), "M5", whole(Mark.FOR))))
                .containsExactly("assembly.not-signed-in");
        assertThat(codes(questions.press(vote, people.get(0), Mark.FOR, "k").join()))
                .containsExactly("assembly.press-by-name");
        assertThat(codes(weights.set("limits", Map.of("M1", w("2")), "sold")))
                .containsExactly("assembly.weights-while-voting");
        assertThat(voices.standings(vote, people.getFirst()))
                .extracting(Voices.Standing::member)
                .containsExactlyInAnyOrder("M1", "M3", "M4");
        assertThat(codes(questions.turnToHands(vote))).containsExactly("assembly.mode-not-admitted");
    }

    @Test
    void creditorsDecideByHeadsAndClaimsAtOnceAndOneFenShortIsRejected() {
        List<UUID> people = association.body(
                "creditors",
                "cn-creditors",
                Body.Kind.CREDITORS_MEETING,
                "1000.00",
                "2000.00",
                "1999.99",
                "5000.00",
                "0.01");
        association.openSitting("creditors", 4);
        UUID vote = association.openVote("creditors", VotingMode.ROLL_CALL);
        for (String member : List.of("M1", "M2", "M3")) {
            voices.answer(vote, member, whole(Mark.FOR)).orThrow();
        }
        assertThat(codes(voices.answer(vote, "M5", whole(Mark.FOR)))).containsExactly("assembly.not-there");
        assertThat(codes(voices.answer(vote, "M4", split("1", "1", "0")))).containsExactly("assembly.no-split");
        assertThat(codes(voices.cast(vote, people.get(3), "M4", whole(Mark.FOR))))
                .containsExactly("assembly.voice-mode");
        voices.answer(vote, "M4", whole(Mark.AGAINST)).orThrow();
        Outcome outcome = questions.close(vote).orThrow().outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.REJECTED);
        assertThat(outcome.reason()).contains("THRESHOLD");
        assertThat(outcome.required()).isEqualTo(3);
        assertThat(outcome.votes()).isEqualTo(new Outcome.Votes(3, 1, 0, 0));
        assertThat(outcome.explanation().zh()).contains("4999.99", "须5000", "还差0.01");
        assertThat(outcome.grounds()).extracting(ground -> ground.key()).containsExactly("EBL:64");
    }

    @Test
    void theWeightOfAllIsFrozenWhenTheVoteOpens() {
        List<UUID> people = association.body("frozen", "cn-creditors", Body.Kind.CREDITORS_MEETING, "50", "50");
        association.openSitting("frozen", 1);
        UUID vote = association.openVote("frozen", VotingMode.ELECTRONIC_RECORDED);
        bodies.changeStatus("frozen", "M2", Member.MandateStatus.TERMINATED, java.time.Instant.now(), "claim paid")
                .orThrow();
        voices.cast(vote, people.getFirst(), "M1", whole(Mark.FOR)).orThrow();
        questions.close(vote).orThrow();
        assertThat(voices.weighed(vote).orElseThrow().all()).isEqualTo(w("100"));
        assertThat(questions.byId(vote).orElseThrow().outcome().orElseThrow().result())
                .isEqualTo(Outcome.Result.ADOPTED);
    }

    @Test
    void consentIsAdoptedUnlessOneMemberObjectsAndAcclamationIsWhatTheChairHears() {
        List<UUID> people =
                association.body("club", "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1", "1", "1");
        association.openSitting("club", 3);
        UUID consent = association.openVote("club", VotingMode.UNANIMOUS_CONSENT);
        assertThat(codes(voices.hear(consent, true))).containsExactly("assembly.consent-not-heard");
        assertThat(codes(voices.object(consent, people.get(4)))).containsExactly("assembly.not-signed-in");
        Question objected = voices.object(consent, people.get(1)).orThrow();
        assertThat(objected.state()).isEqualTo(Question.State.PUT);
        assertThat(objected.mode()).isEqualTo(VotingMode.SHOW_OF_HANDS);
        questions.open(consent).orThrow();
        questions.enterHands(consent, "T1", new Outcome.Votes(2, 1, 0, 0)).orThrow();
        questions.enterHands(consent, "T2", new Outcome.Votes(2, 1, 0, 0)).orThrow();
        assertThat(questions.close(consent).orThrow().outcome().orElseThrow().result())
                .isEqualTo(Outcome.Result.ADOPTED);
        questions.declare(consent).orThrow();

        UUID heard = association.openVote("club", VotingMode.ACCLAMATION);
        assertThat(codes(questions.close(heard))).containsExactly("assembly.acclamation-unheard");
        voices.hear(heard, false).orThrow();
        Outcome outcome = questions.close(heard).orThrow().outcome().orElseThrow();
        assertThat(outcome.result()).isEqualTo(Outcome.Result.REJECTED);
        assertThat(outcome.announcement().zh()).isEqualTo("反对者居多。\n未获通过。");
        questions.declare(heard).orThrow();

        UUID granted = association.openVote("club", VotingMode.UNANIMOUS_CONSENT);
        assertThat(questions.close(granted).orThrow().outcome().orElseThrow().result())
                .isEqualTo(Outcome.Result.ADOPTED);
    }

    @Test
    void closingDebateNeedsTwoThirdsOfTheVotesCast() {
        List<UUID> people = association.body(
                "debate", "association-robert", Body.Kind.ASSOCIATION, "1", "1", "1", "1", "1", "1", "1");
        association.openSitting("debate", 7);
        UUID vote = association.listed("debate", VotingMode.ELECTRONIC_UNRECORDED);
        assertThat(codes(voices.decideBy(vote, "three-quarters"))).containsExactly("assembly.special-unknown");
        voices.decideBy(vote, "previous-question").orThrow();
        questions.put(vote).orThrow();
        questions.open(vote).orThrow();
        assertThat(codes(voices.decideBy(vote, ""))).containsExactly("assembly.question-state");
        for (int i = 0; i < 6; i++) {
            questions
                    .press(vote, people.get(i), i < 3 ? Mark.FOR : Mark.AGAINST, "k")
                    .join()
                    .orThrow();
        }
        questions.press(vote, people.get(3), Mark.FOR, "k2").join().orThrow();
        // Four of six is two thirds exactly; at least two thirds is reached.
        assertThat(questions.close(vote).orThrow().outcome().orElseThrow())
                .extracting(Outcome::result, Outcome::required)
                .containsExactly(Outcome.Result.ADOPTED, 4);
    }

    @Test
    void aCongressKnowsNoProxyNoRollCallAndNoAcclamation() {
        congress.congress("plain", 9);
        congress.sitting("plain-1", "plain");
        congress.signIn("plain-1", "plain", 0, 9);
        sittings.open("plain-1").orThrow();
        assertThat(codes(proxies.give("plain", Optional.empty(), "M1", "M2", "")))
                .containsExactly("assembly.no-proxies");
        assertThat(codes(weights.set("plain", Map.of("M1", w("2")), "x"))).containsExactly("assembly.votes-by-heads");
        for (VotingMode mode : List.of(VotingMode.ROLL_CALL, VotingMode.ACCLAMATION, VotingMode.UNANIMOUS_CONSENT)) {
            UUID vote = association.listed("plain", mode);
            questions.put(vote).orThrow();
            assertThat(codes(questions.open(vote))).containsExactly("assembly.mode-not-admitted");
            questions.withdraw(vote, "test").orThrow();
        }
    }
}
