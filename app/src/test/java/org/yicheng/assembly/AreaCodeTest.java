package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaCodeTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "130100, 130000, true",
        "130100, 130102, true",
        "130100, 000000, true",
        "130102, 130102001, true",
        "130100, 130200, false",
        "130100, 130202, false",
        "130100, 110000, false",
        "130100, 130100, false",
        "130102, 130104, false"
    })
    void anAreaIsAboveOrBelowWhenTheCodeOfOneBeginsWithTheOthers(String one, String other, boolean together) {
        assertThat(new AreaCode(one).aboveOrBelow(new AreaCode(other))).isEqualTo(together);
        assertThat(new AreaCode(other).aboveOrBelow(new AreaCode(one))).isEqualTo(together);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "000000, COUNTRY",
        "130000, PROVINCE",
        "130100, PREFECTURE_CITY",
        "130102, COUNTY",
        "130102001, TOWNSHIP"
    })
    void theCodeTellsTheLevel(String code, AreaCode.Level level) {
        assertThat(new AreaCode(code).level()).isEqualTo(level);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        for (String text : new String[] {"", "1301", "13010", "130002", "000100", "130102000", "130100001", "13010x"}) {
            assertThat(AreaCode.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new AreaCode("130002")).hasMessageContaining("130002");
    }
}
