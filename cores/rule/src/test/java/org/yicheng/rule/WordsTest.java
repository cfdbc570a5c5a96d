package org.yicheng.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words WORDS = Words.load(WordsTest.class.getClassLoader(), List.of("sample"));
    private static final Citation QUORUM = Citation.of(Law.ORGANIC, "14(4)");

    @Test
    void fillsPlacesInBothLanguages() {
        assertThat(WORDS.say(Language.ZH, "sample.short", "missing", 2)).isEqualTo("还差2名。");
        assertThat(WORDS.say(Language.EN, "sample.short", "missing", 2)).isEqualTo("2 more are needed.");
    }

    @Test
    void showsCitationsAndNamesInTheirLanguage() {
        Object[] facts = {"ground", QUORUM, "who", new Bilingual("代表", "deputies")};
        assertThat(WORDS.say(Language.ZH, "sample.ground", facts)).isEqualTo("依据《地方组织法》第十四条第四款，代表须出席。");
        assertThat(WORDS.say(Language.EN, "sample.ground", facts))
                .isEqualTo("By Organic Law, art. 14(4), deputies attend.");
    }

    @Test
    void joinsListsAsTheLanguageDoes() {
        assertThat(WORDS.say(Language.ZH, "sample.list", "names", List.of("甲", "乙")))
                .isEqualTo("名单：甲、乙");
        assertThat(WORDS.say(Language.EN, "sample.list", "names", List.of("A", "B")))
                .isEqualTo("List: A, B");
    }

    @Test
    void saysAPhraseInsideAPhrase() {
        Phrase outer = Phrase.of("sample.outer", "inner", Phrase.of("sample.short", "missing", 3));
        assertThat(WORDS.both(outer)).isEqualTo(new Bilingual("结论：还差3名。", "In short: 3 more are needed."));
    }

    @Test
    void leavesAPlaceThatNothingFills() {
        assertThat(WORDS.say(Language.EN, "sample.short", "other", 1)).isEqualTo("{missing} more are needed.");
        assertThat(WORDS.say(Language.EN, "sample.odd", "missing", 1)).isEqualTo("unfinished {missing");
        assertThat(WORDS.say(Language.EN, "sample.plain")).isEqualTo("nothing to fill");
    }

    /** What a person typed is shown as typed, even if it looks like a place. */
    @Test
    void doesNotFillWhatAFactSays() {
        assertThat(WORDS.say(Language.EN, "sample.short", "missing", "{missing}"))
                .isEqualTo("{missing} more are needed.");
    }

    @Test
    void putsTheGroundBehindARefusal() {
        Refusal refusal = Refusal.by(QUORUM, "sample.short", "missing", 1);
        assertThat(WORDS.say(Language.ZH, refusal)).isEqualTo("还差1名。（依据：《地方组织法》第十四条第四款）");
        assertThat(WORDS.say(Language.EN, refusal)).isEqualTo("1 more are needed. (Organic Law, art. 14(4))");
    }

    @Test
    void knowsNoOtherKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDS.say(Language.EN, "sample.unknown"))
                .withMessageContaining("sample.unknown");
        assertThat(WORDS.has("sample.plain")).isTrue();
        assertThat(WORDS.has("sample.unknown")).isFalse();
        assertThat(WORDS.keys()).hasSize(6);
    }

    @Test
    void refusesABundleThatLacksALanguage() {
        ClassLoader home = WordsTest.class.getClassLoader();
        assertThatIllegalStateException()
                .isThrownBy(() -> Words.load(home, List.of("lame")))
                .withMessageContaining("lame.only-zh")
                .withMessageContaining("lame.only-en");
        assertThatIllegalStateException().isThrownBy(() -> Words.load(home, List.of("nowhere")));
    }
}
