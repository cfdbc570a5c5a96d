package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yicheng.count.VoteOutcome.Adopted;
import org.yicheng.count.VoteOutcome.Reason;
import org.yicheng.count.VoteOutcome.Rejected;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Words;

class DecisionRuleTest {

    private static final Words WORDS = Words.load(DecisionRuleTest.class.getClassLoader(), List.of("count"));
    private static final Bilingual DEPUTIES = new Bilingual("代表", "deputies");
    private static final Bilingual PRESIDIUM = new Bilingual("主席团成员", "presidium members");
    private static final Citation BANKRUPTCY_64 = Citation.of(Law.BANKRUPTCY, 64);
    private static final Share MAJORITY = ElectionTerms.MAJORITY;
    private static final DecisionRule RESOLUTION = new DecisionRule(
            List.of(new Threshold(MAJORITY, Basis.ALL_MEMBERS)),
            Optional.of(ElectionTerms.TWO_THIRDS),
            Optional.empty());

    private static Tally tally(long yes, long no, long abstain, long notVoted) {
        return new Tally(yes, no, abstain, notVoted, 0);
    }

    private static String zh(VoteOutcome outcome, Bilingual members) {
        return WORDS.say(Language.ZH, outcome.explanation(members));
    }

    private static String en(VoteOutcome outcome, Bilingual members) {
        return WORDS.say(Language.EN, outcome.explanation(members));
    }

    @Test
    void readsAnAdoptionAloud() {
        VoteOutcome outcome = RESOLUTION.decide(633, 582, tally(569, 5, 6, 2));
        assertThat(outcome).isInstanceOf(Adopted.class);
        assertThat(zh(outcome, DEPUTIES)).isEqualTo("赞成569人，反对5人，弃权6人，未按表决器2人。赞成超过全体代表633人的半数（须317人），通过。");
        assertThat(en(outcome, DEPUTIES))
                .isEqualTo("569 in favour, 5 against, 6 abstaining, 2 not voting. "
                        + "The votes in favour exceed half of all 633 deputies (317 needed). Adopted.");
        assertThat(outcome.explanation(DEPUTIES).grounds()).containsExactly(MAJORITY.source());
    }

    @Test
    void readsARejectionAloudInThePresidiumsWords() {
        VoteOutcome outcome = RESOLUTION.decide(70, 47, tally(35, 12, 0, 0));
        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(zh(outcome, PRESIDIUM)).isEqualTo("赞成35人，反对12人，弃权0人，未按表决器0人。赞成未超过全体主席团成员70人的半数（须36人，还差1人），未通过。");
        assertThat(en(outcome, PRESIDIUM))
                .contains("do not exceed half of all 70 presidium members (36 needed, 1 short)");
    }

    @Test
    void readsEveryVoidVoteAloud() {
        DecisionRule guangdong = new DecisionRule(RESOLUTION.thresholds(), RESOLUTION.quorum(), Optional.of(MAJORITY));
        assertThat(zh(RESOLUTION.decide(633, 421, tally(421, 0, 0, 0)), DEPUTIES))
                .isEqualTo("应出席代表633名，实际出席421名，须有422名出席，不足法定人数，表决无效。");
        assertThat(zh(RESOLUTION.decide(633, 582, tally(400, 100, 50, 31)), DEPUTIES))
                .endsWith("合计581，与出席的582不符，表决无效，须重新表决。");
        assertThat(zh(guangdong.decide(633, 582, tally(300, 10, 6, 266)), DEPUTIES))
                .endsWith("参加表决316人，须有317人参加，表决无效。");
        assertThat(en(RESOLUTION.decide(633, 421, tally(421, 0, 0, 0)), DEPUTIES))
                .contains("There is no quorum");
    }

    @Test
    void neverAdoptsWithoutAnyVotes() {
        DecisionRule rule = new DecisionRule(
                List.of(new Threshold(Share.atLeast(2, 3, BANKRUPTCY_64), Basis.YES_NO)),
                Optional.empty(),
                Optional.empty());
        VoteOutcome outcome = rule.decide(30, 20, tally(0, 0, 20, 0));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.NO_VOTES));
        assertThat(zh(outcome, DEPUTIES)).endsWith("没有可以计算比例的票数，未通过。");
    }

    @Test
    void asksCreditorsByHeadAndByClaim() {
        DecisionRule rule = new DecisionRule(
                List.of(
                        new Threshold(Share.moreThan(1, 2, BANKRUPTCY_64), Basis.PRESENT),
                        new Threshold(Share.atLeast(1, 2, BANKRUPTCY_64), Basis.ALL_MEMBERS, Threshold.Measure.WEIGHT)),
                Optional.empty(),
                Optional.empty());
        Weights claims = new Weights(1_000, 900, tally(499, 401, 0, 0));
        VoteOutcome outcome = rule.decide(new Roll(12, 10), tally(6, 4, 0, 0), claims);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.checks())
                                .extracting(VoteOutcome.Check::met)
                                .containsExactly(true, false));
        assertThat(zh(outcome, new Bilingual("债权人", "creditors")))
                .endsWith("赞成超过出席债权人10人的半数（须6人）；赞成所代表的份额499未达到全部份额1000的半数（须500，还差1），未通过。");
        assertThat(outcome.explanation(DEPUTIES).grounds()).containsExactly(BANKRUPTCY_64);
        assertThatIllegalArgumentException().isThrownBy(() -> rule.decide(12, 10, tally(6, 4, 0, 0)));
    }

    @Test
    void takesWeightsThatDoNotAddUpForAMismatch() {
        DecisionRule rule = new DecisionRule(
                List.of(new Threshold(MAJORITY, Basis.VALID, Threshold.Measure.WEIGHT)),
                Optional.empty(),
                Optional.empty());
        assertThat(rule.decide(new Roll(3, 3), tally(3, 0, 0, 0), new Weights(10, 10, tally(9, 0, 0, 0))))
                .isInstanceOfSatisfying(
                        VoteOutcome.Void.class,
                        voided -> assertThat(voided.reason()).isEqualTo(Reason.TALLY_MISMATCH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(10, 11, tally(0, 0, 0, 0)));
    }

    @Test
    void readsTheRollAloud() {
        assertThat(WORDS.say(
                        Language.ZH,
                        ElectionTerms.TWO_THIRDS.decide(new Roll(633, 582)).explanation(DEPUTIES)))
                .isEqualTo("应出席会议代表633名，实际出席代表582名，符合法定人数。");
        Opening refused = ElectionTerms.TWO_THIRDS.decide(new Roll(633, 421));
        assertThat(refused)
                .isEqualTo(new Opening.Refused(
                        new Roll(633, 421),
                        422,
                        1,
                        ElectionTerms.TWO_THIRDS.share().source()));
        assertThat(WORDS.say(Language.EN, refused.explanation(DEPUTIES)))
                .isEqualTo("633 deputies due, 421 present: 422 must be present, 1 more are needed.");
    }

    @Test
    void refusesARollThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Roll(70, 71))
                .withMessage("present must be 0..70, got 71");
        assertThatIllegalArgumentException().isThrownBy(() -> tally(-1, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionRule(List.of(), Optional.empty(), Optional.empty()));
    }
}
