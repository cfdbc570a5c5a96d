package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yicheng.count.Papers.PaperMark;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

class ElectionTest {

    private static final Words WORDS = Words.load(ElectionTest.class.getClassLoader(), List.of("count"));
    private static final List<String> THREE = List.of("甲", "乙", "丙");

    private static Papers.Builder papers() {
        return new Papers.Builder(THREE);
    }

    private static ElectionResult count(int members, int seats, Papers papers) {
        Roll roll = new Roll(members, Math.toIntExact(Math.min(members, papers.total())));
        return new Election(roll, seats, papers.total(), papers, ElectionTerms.usual()).count();
    }

    private static byte[] marks(String marks) {
        byte[] codes = new byte[marks.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) "-YNX".indexOf(marks.charAt(i));
        }
        return codes;
    }

    private static Papers of(List<String> ballots) {
        Papers.Builder builder = papers();
        ballots.forEach(ballot -> builder.add(1, marks(ballot)));
        return builder.build();
    }

    @Test
    void sendsTheTiedIntoARevoteAndSaysSo() {
        Papers papers = papers().add(46, marks("YYN"))
                .add(46, marks("YNY"))
                .add(6, marks("NYY"))
                .build();
        ElectionResult result = count(100, 2, papers);
        assertThat(WORDS.say(Language.ZH, result.explanation()))
                .isEqualTo("发出选票98张，收回98张，有效票98张，无效票0张，选举有效。当选须得51票：甲（92票）当选。" + "丙、乙得票相等，就其余1个名额再次投票，以得票多的当选。");
        assertThat(WORDS.say(Language.EN, result.explanation()))
                .contains("Elected: 甲 (92).")
                .contains("vote again on them for the seats left (1)");
        assertThat(((ElectionResult.Valid) result).runnersUp()).containsExactly("丙", "乙");
    }

    @Test
    void saysEveryOtherResultToo() {
        assertThat(WORDS.say(
                        Language.ZH,
                        count(100, 1, papers().add(90, marks("YNN")).build()).explanation()))
                .endsWith("当选须得51票：甲（90票）当选。应选名额已选足。");
        assertThat(WORDS.say(
                        Language.ZH,
                        count(100, 1, papers().add(90, marks("NNN")).build()).explanation()))
                .endsWith("当选须得51票，无人当选。尚缺1名，另行选举。");
        assertThat(WORDS.say(
                        Language.ZH,
                        count(100, 1, papers().add(66, marks("YNN")).build()).explanation()))
                .isEqualTo("实际出席66名，须有67名出席，不足法定人数，选举不能进行。");
        ElectionResult tooMany = new Election(
                        new Roll(100, 100),
                        1,
                        90,
                        papers().add(91, marks("YNN")).build(),
                        ElectionTerms.usual())
                .count();
        assertThat(WORDS.say(Language.ZH, tooMany.explanation())).isEqualTo("收回选票91张，多于发出的90张，选举无效，须重新投票。");
        assertThat(tooMany.explanation().grounds()).hasSize(1);
    }

    @Test
    void isVoidBeforeAnyPaperIsRead() {
        assertThat(Election.refuse(new Roll(633, 582), 2, 582, 582, ElectionTerms.usual()))
                .isEmpty();
        assertThat(Election.refuse(new Roll(633, 582), 2, 582, 583, ElectionTerms.usual()))
                .isPresent();
        assertThat(Election.refuse(new Roll(633, 421), 2, 582, 582, ElectionTerms.usual()))
                .isPresent();
    }

    @Test
    void isWonByMostVotesOnlyInPreElectionsAndTiedRevotes() {
        for (Occasion occasion : Occasion.values()) {
            boolean mostVotes = occasion == Occasion.PRE_ELECTION || occasion == Occasion.REVOTE_TIE;
            assertThat(ElectionTerms.on(occasion).winning())
                    .isEqualTo(mostVotes ? ElectionTerms.Winning.PLURALITY : ElectionTerms.Winning.MAJORITY_ALL);
        }
    }

    @Test
    void takesAnotherBodysQuorum() {
        ElectionTerms half = ElectionTerms.usual().with(new QuorumRule(ElectionTerms.MAJORITY));
        Papers papers = papers().add(51, marks("YNN")).build();
        assertThat(new Election(new Roll(100, 51), 1, 51, papers, half).count())
                .isInstanceOfSatisfying(
                        ElectionResult.Valid.class,
                        valid -> assertThat(valid.elected()).containsExactly("甲"));
    }

    @Test
    void refusesPapersThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Papers.Builder(List.of("甲", "甲")));
        assertThatIllegalArgumentException().isThrownBy(() -> papers().add(-1, marks("YNN")));
        assertThatIllegalArgumentException().isThrownBy(() -> papers().add(1, marks("YN")));
        assertThatIllegalArgumentException().isThrownBy(() -> papers().add(1, new byte[] {0, 1, 4}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers().add(1, Map.of("丁", PaperMark.APPROVE), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> count(100, 0, papers().build()));
    }

    @Test
    void readsBackWhatWasPutIn() {
        Papers papers = papers().add(2, Map.of("乙", PaperMark.OPPOSE), List.of("戊", "己", "戊"))
                .addUnreadable(3)
                .build();
        assertThat(papers.size()).isEqualTo(2);
        assertThat(papers.total()).isEqualTo(5);
        assertThat(papers.mark(0, 1)).isEqualTo(PaperMark.OPPOSE);
        assertThat(papers.mark(0, 0)).isEqualTo(PaperMark.ABSTAIN);
        assertThat(papers.writeIns(0)).containsExactly("戊", "己");
        assertThat(papers.writeIns(1)).isEmpty();
        assertThat(papers.unreadable(1)).isTrue();
        assertThat(papers.count(1)).isEqualTo(3);
    }
}
