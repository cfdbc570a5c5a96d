package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.testing.YichengTest;

@YichengTest
class LanguageTest {

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    void chineseUnlessAskedOtherwise() {
        HttpResponse<String> page = visitor.get("/styleguide", "Accept-Language", "en");

        assertThat(page.body())
                .contains("<html lang=\"zh-CN\" data-mode=\"clerk\"")
                .contains("样式手册");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("zh-CN");
    }

    @Test
    void anAddressMayAskForEnglishOnce() {
        assertThat(visitor.get("/styleguide?lang=en").body())
                .contains("<html lang=\"en\"")
                .contains("Style guide");
        assertThat(visitor.get("/styleguide").body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void theFormInTheMastheadIsRemembered() {
        HttpResponse<String> answer = visitor.submit("/styleguide", "/preferences", "language=en&back=%2Fstyleguide");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/styleguide");
        assertThat(visitor.get("/styleguide").body()).contains("<html lang=\"en\"");
    }

    @Test
    void largePrintIsRememberedBesideTheLanguage() {
        visitor.submit("/styleguide", "/preferences", "language=en&back=%2F");
        visitor.submit("/styleguide", "/preferences", "mode=elder&back=%2F");

        assertThat(visitor.get("/styleguide").body()).contains("<html lang=\"en\" data-mode=\"elder\"");
        assertThat(visitor.get("/styleguide/ballot").body()).contains("data-mode=\"elder\"");
    }

    @Test
    void aDelegatesPageIsLargerThanAClerks() {
        assertThat(visitor.get("/styleguide/ballot").body()).contains("data-mode=\"delegate\"");
    }

    @Test
    void theWayBackNeverLeadsToAnotherSite() {
        for (String elsewhere : new String[] {"https%3A%2F%2Fexample.org", "%2F%2Fexample.org", "%2F%5Cexample.org"}) {
            assertThat(visitor.submit("/styleguide", "/preferences", "language=zh&back=" + elsewhere)
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/");
        }
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        assertThat(visitor.post("/preferences", "language=en").statusCode()).isEqualTo(403);
    }
}
