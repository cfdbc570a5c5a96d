package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yicheng.count.VoteOutcome.Adopted;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Words;

class DecisionRulePropertyTest {

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

    /** One more in favour instead of against never turns an adoption into anything else. */
    @Property
    void moreInFavourNeverHurts(
            @ForAll @IntRange(max = 700) int yes,
            @ForAll @IntRange(min = 1, max = 700) int no,
            @ForAll @IntRange(max = 50) int abstain,
            @ForAll Basis basis) {
        DecisionRule rule =
                new DecisionRule(List.of(new Threshold(MAJORITY, basis)), Optional.empty(), Optional.empty());
        int present = yes + no + abstain;
        if (rule.decide(1_500, present, tally(yes, no, abstain, 0)) instanceof Adopted) {
            assertThat(rule.decide(1_500, present, tally(yes + 1, no - 1, abstain, 0)))
                    .isInstanceOf(Adopted.class);
        }
    }

    /** What is said never leaves a place unfilled, in either language. */
    @Property
    void leavesNoPlaceOpen(
            @ForAll @IntRange(max = 3) int yes,
            @ForAll @IntRange(max = 3) int no,
            @ForAll @IntRange(max = 3) int invalid,
            @ForAll Basis basis,
            @ForAll Share.Mode mode) {
        Threshold heads = new Threshold(new Share(2, 3, mode, BANKRUPTCY_64), basis);
        Threshold weight = new Threshold(heads.share(), basis, Threshold.Measure.WEIGHT);
        DecisionRule rule = new DecisionRule(List.of(heads, weight), Optional.empty(), Optional.empty());
        Tally tally = new Tally(yes, no, 0, 0, invalid);
        VoteOutcome outcome = rule.decide(new Roll(9, yes + no + invalid), tally, new Weights(9, tally.sum(), tally));
        assertThat(zh(outcome, DEPUTIES)).doesNotContain("{").endsWith("。");
        assertThat(en(outcome, DEPUTIES)).doesNotContain("{").endsWith(".");
    }
}
