package org.yicheng.debate.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.debate.Change;
import org.yicheng.debate.Piece;
import org.yicheng.document.Wording;
import org.yicheng.document.Wording.Fate;

class FinalTextTest {

    private static final List<String> TEXT = List.of("一", "二", "三", "四");

    private static List<String> after(Change... changes) {
        List<FinalText.Adopted> adopted = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            adopted.add(new FinalText.Adopted(i + 1, changes[i]));
        }
        return FinalText.of(TEXT, adopted).stream().map(Piece::text).toList();
    }

    @Test
    void nothingAdoptedLeavesTheText() {
        assertThat(after()).isEqualTo(TEXT);
    }

    @Test
    void aReplacementMayBringFewerOrMoreParagraphs() {
        assertThat(after(Change.replace(2, 3, "新"))).containsExactly("一", "新", "四");
        assertThat(after(Change.replace(2, 2, "甲", "乙"))).containsExactly("一", "甲", "乙", "三", "四");
    }

    @Test
    void insertionsStandAfterTheirParagraphAndAtTheStart() {
        assertThat(after(Change.insertAfter(0, "首"), Change.insertAfter(4, "尾"), Change.insertAfter(2, "中")))
                .containsExactly("首", "一", "二", "中", "三", "四", "尾");
    }

    @Test
    void anInsertionBesideAChangedParagraphDoesNotClashButInsideADeletionItDoes() {
        assertThat(after(Change.replace(2, 2, "新"), Change.insertAfter(2, "后")))
                .containsExactly("一", "新", "后", "三", "四");
        assertThat(after(Change.delete(2, 3), Change.insertAfter(3, "后"))).containsExactly("一", "后", "四");
        assertThat(Change.insertAfter(2, "中").clashes(Change.delete(2, 3))).isTrue();
    }

    @Test
    void twoChangesOfTheSameParagraphClashAndAreNeverMerged() {
        List<FinalText.Adopted> both = List.of(
                new FinalText.Adopted(1, Change.replace(1, 2, "新")), new FinalText.Adopted(2, Change.delete(2, 3)));
        assertThat(FinalText.clashes(both)).containsExactly(new FinalText.Clash(1, 2));
        assertThatThrownBy(() -> FinalText.of(TEXT, both)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderOfAdoptionDoesNotChangeTheText() {
        List<FinalText.Adopted> adopted = new ArrayList<>(List.of(
                new FinalText.Adopted(1, Change.replace(1, 1, "甲")),
                new FinalText.Adopted(2, Change.delete(3, 3)),
                new FinalText.Adopted(3, Change.replace(4, 4, "丁", "戊"))));
        List<Piece> expected = FinalText.of(TEXT, adopted);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            java.util.Collections.shuffle(adopted, random);
            assertThat(FinalText.of(TEXT, adopted)).isEqualTo(expected);
        }
    }

    @Test
    void anAmendmentToAnAmendmentChangesWhatTheAmendmentSays() {
        Change first = Change.replace(2, 2, "甲", "乙");
        Change amended = FinalText.amended(first, List.of(new FinalText.Adopted(5, Change.replace(2, 2, "丙"))));
        assertThat(amended.paragraphs()).containsExactly("甲", "丙");
        assertThat(FinalText.amended(first, List.of(new FinalText.Adopted(5, Change.delete(1, 2))))
                        .kind())
                .isEqualTo(Change.Kind.DELETE);
    }

    @Test
    void partsVotedDownAreLeftOutWithWhatWasPutIntoThem() {
        List<Piece> text = FinalText.of(TEXT, List.of(new FinalText.Adopted(1, Change.insertAfter(2, "中"))));
        assertThat(FinalText.without(text, List.of(new int[] {2, 2})))
                .extracting(Piece::text)
                .containsExactly("一", "三", "四");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "本决议自公布之日起施行,本决议自2024年2月1日起施行",
        "建设公园12处,建设公园20处",
        "'',全新",
        "旧文,''",
        "Parks and schools,Parks or schools"
    })
    void theRunsOfADifferenceGiveBothWordingsBack(String before, String after) {
        List<Wording.Run> runs = Wording.runs(before, after);
        assertThat(joined(runs, Fate.ADDED)).isEqualTo(before);
        assertThat(joined(runs, Fate.REMOVED)).isEqualTo(after);
    }

    private static String joined(List<Wording.Run> runs, Fate without) {
        StringBuilder text = new StringBuilder();
        runs.stream().filter(run -> run.fate() != without).forEach(run -> text.append(run.text()));
        return text.toString();
    }

    @Test
    void numbersAndWordsChangeAsAWhole() {
        assertThat(Wording.runs("公园12处", "公园120处"))
                .containsExactly(
                        new Wording.Run(Fate.SAME, "公园"),
                        new Wording.Run(Fate.REMOVED, "12"),
                        new Wording.Run(Fate.ADDED, "120"),
                        new Wording.Run(Fate.SAME, "处"));
    }

    @Test
    void theAmendmentFurthestFromTheTextIsVotedFirstAndThoseToItBeforeIt() {
        List<String> text = List.of("新建口袋公园十二处", "改造老旧小区一百个");
        UUID near = UUID.randomUUID();
        UUID far = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        int small = AmendmentOrder.distance(text, Change.replace(1, 1, "新建口袋公园十五处"));
        int large = AmendmentOrder.distance(text, Change.replace(1, 1, "新建体育场馆三座"));
        assertThat(small).isLessThan(large);
        assertThat(AmendmentOrder.distance(text, Change.delete(1, 1))).isEqualTo(AmendmentOrder.DELETION);
        List<AmendmentOrder.Entry> entries = List.of(
                new AmendmentOrder.Entry(near, 1, near, 0, 1, small),
                new AmendmentOrder.Entry(far, 2, far, 0, 1, large),
                new AmendmentOrder.Entry(later, 3, later, 0, 2, 900),
                new AmendmentOrder.Entry(second, 4, near, 0, 1, 10),
                new AmendmentOrder.Entry(gone, 5, gone, 0, 1, AmendmentOrder.DELETION));
        assertThat(AmendmentOrder.of(entries))
                .extracting(AmendmentOrder.Entry::id)
                .containsExactly(gone, far, second, near, later);
        List<AmendmentOrder.Entry> byHand = new ArrayList<>(entries);
        byHand.set(2, new AmendmentOrder.Entry(later, 3, later, 1, 2, 900));
        assertThat(AmendmentOrder.of(byHand))
                .extracting(AmendmentOrder.Entry::id)
                .startsWith(later);
    }
}
