package org.yicheng.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            OL:25                | 《地方组织法》第二十五条                | Organic Law, art. 25
            OL:14(4)             | 《地方组织法》第十四条第四款           | Organic Law, art. 14(4)
            DL:110               | 《代表法》第一百一十条                 | Deputies Law, art. 110
            GB50799:12.2.5       | 《电子会议系统工程设计规范》12.2.5     | Code for electronic conference systems GB 50799, 12.2.5
            YC:vote.tally        | 《议成规则》vote.tally                 | Yicheng rules, vote.tally
            OL:14(a)             | 《地方组织法》14(a)                    | Organic Law, 14(a)
            OL:99999             | 《地方组织法》99999                    | Organic Law, 99999
            """)
    void isWrittenAsAClerkWritesIt(String key, String zh, String en) {
        Citation citation = Citation.parse(key);
        assertThat(citation.zh()).isEqualTo(zh);
        assertThat(citation.en()).isEqualTo(en);
        assertThat(citation.key()).isEqualTo(key);
        assertThat(citation).hasToString(zh);
    }

    @Test
    void mayNameAWholeInstrument() {
        Citation whole = Citation.parse("EBL:");
        assertThat(whole.zh()).isEqualTo("《企业破产法》");
        assertThat(whole.en()).isEqualTo("Enterprise Bankruptcy Law");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OL", ":25", "XX:1"})
    void refusesWhatIsNoCitation(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Citation.parse(text));
    }
}
