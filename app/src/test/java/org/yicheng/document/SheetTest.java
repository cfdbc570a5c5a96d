package org.yicheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The red name at the head of an official document: one line holds fifteen characters, a longer one breaks by sense. */
class SheetTest {

    private static final Pattern ISSUER = Pattern.compile("<p class=\"issuer\">(.*?)</p>");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "石家庄市人民代表大会, 石家庄市人民代表大会",
        "石家庄市第十五届人民代表大会, 石家庄市第十五届人民代表大会",
        "石家庄市第十五届人民代表大会第五次会议, 石家庄市第十五届人民代表大会<br/>第五次会议",
        "石家庄市第十五届人民代表大会第五次会议主席团, 石家庄市第十五届人民代表大会<br/>第五次会议主席团",
        "石家庄市第十五届人大第五次会议秘书处, 石家庄市第十五届人大<br/>第五次会议秘书处",
        "石家庄市人民代表大会常务委员会办公室, 石家庄市人民代表大会常务委员会办公室",
        "<甲>市第十五届人民代表大会第五次会议, &lt;甲&gt;市第十五届人民代表大会<br/>第五次会议"
    })
    void aLongIssuerBreaksBySense(String issuer, String set) {
        var head = ISSUER.matcher(Sheet.gazette(issuer, "公告").xhtml());
        assertThat(head.find()).isTrue();
        assertThat(head.group(1)).isEqualTo(set);
    }
}
