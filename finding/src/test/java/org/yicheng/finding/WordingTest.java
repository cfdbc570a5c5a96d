package org.yicheng.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "关于解决小区物业乱收费问题的提案, 解决小区物业乱收费问题",
        "关于加强养犬管理的议案, 加强养犬管理",
        "关于集中供暖的建议、批评和意见, 集中供暖",
        "建议延长地铁末班车时间, 延长地铁末班车时间",
        "城市马拉松, 城市马拉松",
        "关于办好公办幼儿园的提案（演示）, 办好公办幼儿园",
        "关于办好公办幼儿园的建议（闭会期间）, 办好公办幼儿园",
        "城市马拉松（演示）, 城市马拉松",
        "延长地铁（二号线）末班车时间, 延长地铁（二号线）末班车时间",
        "建议, 建议"
    })
    void theCoreIsWhatTheTitleAsksFor(String title, String core) {
        assertThat(Wording.core(title)).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({"关于进一步加强养犬管理的建议, 养犬管理", "关于解决小区物业乱收费问题的提案, 小区物业乱收费", "关于加快推进建设的建议, 加快推进建设"})
    void theEssenceLeavesProceduralWordsOut(String title, String essence) {
        assertThat(Wording.essence(title)).isEqualTo(essence);
    }

    @Test
    void piecesAreCharactersPairsAndWords() {
        assertThat(Wording.grams("关于完善12345热线的建议")).isEqualTo(List.of("12345", "热", "热线", "线"));
    }

    @Test
    void widthAndCaseMakeNoDifference() {
        assertThat(Wording.plain("ＡＩ　大模型\t Ｇ20")).isEqualTo("ai 大模型 g20");
    }
}
