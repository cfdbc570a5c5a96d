package org.yicheng.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零",
        "1, 一",
        "10, 十",
        "15, 十五",
        "20, 二十",
        "21, 二十一",
        "100, 一百",
        "101, 一百零一",
        "110, 一百一十",
        "115, 一百一十五",
        "1000, 一千",
        "1001, 一千零一",
        "1010, 一千零一十",
        "1100, 一千一百",
        "9999, 九千九百九十九"
    })
    void countsAsArticlesAreCounted(int number, String characters) {
        assertThat(ChineseNumerals.of(number)).isEqualTo(characters);
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChineseNumerals.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ChineseNumerals.of(10_000));
    }
}
