package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.rule.Refusal;
import org.yicheng.testing.YichengTest;

@YichengTest
class ComponentsTest {

    @LocalServerPort
    int port;

    private String page(String path) {
        HttpResponse<String> answer = new Visitor(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theLineSaysReachedTotalAndMark() {
        assertThat(page("/styleguide"))
                .contains("role=\"img\" aria-label=\"应到633人，实到582人，须422人，已达到。\"")
                .contains("class=\"line-got\" x1=\"0\" x2=\"91.94%\"")
                .contains("class=\"line-must\" x1=\"66.67%\" x2=\"66.67%\"")
                .contains("aria-label=\"应到633人，实到401人，须422人，还差21人。\"")
                .contains("class=\"line-gap\" x1=\"63.35%\" x2=\"66.67%\"");
    }

    @Test
    void theResultKeepsTheOrderOfTheLaw() {
        assertThat(page("/styleguide").replaceAll("<[^>]+>", " "))
                .containsSubsequence("须 317", "赞成", "569", "反对", "5", "弃权", "6", "未按", "2");
    }

    @Test
    void aFieldThatIsWrongSaysSoBesideItsName() {
        assertThat(page("/styleguide"))
                .contains("<label for=\"f-guide-reason\">理由</label>")
                .contains("<div id=\"f-guide-reason-e\"><p class=\"error-word\"><b>错误</b>缺少理由。请填写。</p></div>")
                .contains("aria-describedby=\"f-guide-reason-e\" aria-invalid=\"true\"")
                .contains("<a href=\"#f-guide-reason\">缺少理由。请填写。</a>");
    }

    @Test
    void theBallotsButtonsAreOneGroupAndSayTheirState() {
        assertThat(page("/styleguide/ballot"))
                .contains("role=\"radiogroup\" aria-labelledby=\"q\"")
                .contains("role=\"radio\" aria-checked=\"true\" name=\"mark\" value=\"FOR\"")
                .contains("role=\"radio\" aria-checked=\"false\" name=\"mark\" value=\"ABSTAIN\"")
                .contains("已记录");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/styleguide",
                "/styleguide/ballot",
                "/styleguide/gate",
                "/styleguide/board",
                "/styleguide/board-result",
                "/preferences",
                "/help",
                "/accessibility",
                "/rules"
            })
    void everyPageHasOneHeadingOneMainAndNothingInline(String path) {
        for (String language : List.of("zh", "en")) {
            String html = page(path + "?lang=" + language);
            assertThat(html.split("<h1", -1)).hasSize(2);
            assertThat(html.split("<main", -1)).hasSize(2);
            assertThat(html).doesNotContainPattern("\\sstyle=").doesNotContainPattern("\\son\\w+=");
            assertThat(html).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style");
            assertThat(html).as("a placeholder stays unfilled").doesNotContainPattern(">[^<]*\\{\\w+}[^<]*<");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styleguide", "/preferences", "/help", "/accessibility", "/rules"})
    void theEnglishPageIsEnglish(String path) {
        String words = page(path + "?lang=en")
                .replaceAll("(?s)<(\\w+)[^>]*lang=\"zh-CN\"[^>]*>.*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("议成", "");
        assertThat(words.replace("中文", "")).doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "582,633,91.94%",
        "422,633,66.67%",
        "0,633,0%",
        "633,633,100%",
        "19,20,95%",
        "1,10,10%",
        "1,8,12.5%",
        "0,0,0%"
    })
    void sharesAreCountedInWholeHundredths(int part, int whole, String shown) {
        assertThat(Reach.percent(part, whole)).isEqualTo(shown);
    }

    @Test
    void aShareForReadingHasOneDecimal() {
        assertThat(Reach.share(582, 633)).isEqualTo("91.9%");
        assertThat(Reach.share(0, 0)).isEqualTo("—");
    }

    @Test
    void faultsBelongToTheirField() {
        Faults faults = new Faults(List.of(Refusal.at("name", "web.field-missing")));

        assertThat(faults.of("name")).hasSize(1);
        assertThat(faults.of("other")).isEmpty();
        assertThat(faults.describedBy("name", true)).isEqualTo("f-name-h f-name-e");
        assertThat(faults.describedBy("other", false)).isNull();
    }

    @Test
    void aListKnowsWhereItIsAndNeverLeavesItself() {
        Paging second = new Paging(2, 50, 633, "/members?q=li");

        assertThat(second.pages()).isEqualTo(13);
        assertThat(second.first()).isEqualTo(51);
        assertThat(second.last()).isEqualTo(100);
        assertThat(second.next()).isEqualTo("/members?q=li&page=3");
        assertThat(new Paging(99, 50, 633, "/members").number()).isEqualTo(13);
        assertThat(new Paging(1, 50, 0, "/members").first()).isZero();
    }

    @Test
    void assetsKeepForAYearUnderTheirHashAndAreAskedAboutWithout() {
        String html = page("/styleguide");
        String versioned = html.replaceAll("(?s).*href=\"(/assets/v/yicheng-[0-9a-f]{32}\\.css)\".*", "$1");
        Visitor visitor = new Visitor(port);

        assertThat(visitor.get(versioned).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("max-age=31536000").contains("immutable"));
        assertThat(visitor.get("/assets/yicheng.css").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-cache"));
    }

    @Test
    void theStyleSheetIsAllItsPartsInOneAnswer() throws IOException {
        String sheet = new Visitor(port).get("/assets/yicheng.css").body();
        long all = 0;
        try (Stream<Path> parts = Files.list(Path.of("src/main/resources/static/assets/styles"))) {
            for (Path part : parts.toList()) {
                String style = Files.readString(part);
                assertThat(sheet).contains(style);
                all += style.length();
            }
        }
        assertThat(sheet).hasSize((int) all).startsWith("/* Tokens");
    }
}
