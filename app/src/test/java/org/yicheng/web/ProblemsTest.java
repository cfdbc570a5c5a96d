package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@YichengTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    private JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json.readTree(answer.body());
    }

    @Test
    void aRefusalCarriesEveryReasonWithItsRuleAndNumbersInBothLanguages() {
        HttpResponse<String> answer = visitor.get("/api/v1/probe/refused");
        JsonNode problem = problem(answer);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(problem.get("code").asString()).isEqualTo("web.guide-refused");
        assertThat(problem.get("rule").get("instrument").asString()).isEqualTo("OL");
        assertThat(problem.get("rule").get("provision").asString()).isEqualTo("14");
        assertThat(problem.get("facts").get("required").asInt()).isEqualTo(422);
        assertThat(problem.get("errors").size()).isEqualTo(2);
        JsonNode messages = problem.get("errors").get(0).get("messages");
        assertThat(messages.get("zh-CN").asString()).contains("须有422人出席").contains("《地方组织法》第十四条");
        assertThat(messages.get("en").asString())
                .contains("422 must be present")
                .contains("Organic Law, art. 14");
        assertThat(problem.get("errors").get(1).get("field").asString()).isEqualTo("day");
    }

    @Test
    void theLanguageOfADetailFollowsTheRequest() {
        assertThat(problem(visitor.get("/api/v1/probe/refused", "Accept-Language", "en-GB"))
                        .get("title")
                        .asString())
                .isEqualTo("This cannot be done yet");
        assertThat(problem(visitor.get("/api/v1/probe/refused")).get("title").asString())
                .isEqualTo("还不能进行");
    }

    @Test
    void aRefusalOnAPageNamesAllReasonsFirstAndSaysWhatToDo() {
        HttpResponse<String> answer = visitor.get("/probe/refused");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("<title>错误：还不能进行 – 议成</title>")
                .contains("role=\"alert\"")
                .contains("还不能进行，有2处原因")
                .contains("还差21人")
                .contains("依据：《地方组织法》第十四条")
                .contains("<a href=\"#f-day\">");
    }

    @Test
    void whatDoesNotExistIsNotFoundAndItsNameIsEscaped() {
        assertThat(visitor.get("/api/v1/probe/unknown").statusCode()).isEqualTo(404);
        HttpResponse<String> page = visitor.get("/probe/unknown");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("x<script>").contains("x&lt;script&gt;");
        assertThat(page.body().split("<h1", -1)).hasSize(2);
        assertThat(visitor.get("/no/such/page").statusCode()).isEqualTo(404);
        assertThat(problem(visitor.get("/api/v1/no-such-route")).get("code").asString())
                .isEqualTo("web.page.unknown");
    }

    @Test
    void aFailureShowsOnlyTheNumberItWasLoggedUnder(CapturedOutput log) {
        JsonNode problem = problem(visitor.get("/api/v1/probe/broken"));
        String incident = problem.get("incident").asString();

        assertThat(incident).matches("\\d{6}-[2-9A-Z]{6}");
        assertThat(problem.toString()).doesNotContain("4711");
        assertThat(log).contains("incident " + incident).contains("secret detail 4711");
        assertThat(visitor.get("/probe/broken").body()).contains("故障编号").doesNotContain("4711");
    }

    @Test
    void aDatabaseThatIsAwayAsksToComeBack() {
        HttpResponse<String> answer = visitor.get("/api/v1/probe/away");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void malformedInputNamesItsField() {
        Map<String, String> fields = Map.of(
                "/api/v1/probe/typed", "count",
                "/api/v1/probe/typed?count=many", "count");
        fields.forEach((path, field) -> {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer).get("errors").get(0).get("field").asString())
                    .isEqualTo(field);
        });
    }

    @Test
    void malformedJsonNamesThePlace() {
        String[] bearer = {"Authorization", "Bearer nobody"};
        JsonNode wrongValue = problem(visitor.post("/api/v1/probe/asked", "{\"count\":1,\"day\":\"soon\"}", bearer));
        assertThat(wrongValue.get("status").asInt()).isEqualTo(400);
        assertThat(wrongValue.get("errors").get(0).get("field").asString()).isEqualTo("/day");

        JsonNode cut = problem(visitor.post("/api/v1/probe/asked", "{\"count\":\n  1,", bearer));
        assertThat(cut.get("code").asString()).isEqualTo("web.body-syntax");
        assertThat(cut.get("facts").get("line").asInt()).isEqualTo(2);

        assertThat(problem(visitor.post("/api/v1/probe/asked", "", bearer))
                        .get("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void wrongMethodsAndFormsAreNamedAsSuch() {
        String[] bearer = {"Authorization", "Bearer nobody"};
        assertThat(problem(visitor.post("/api/v1/probe/typed", "{}", bearer))
                        .get("status")
                        .asInt())
                .isEqualTo(405);
        assertThat(List.of(400, 403))
                .contains(visitor.post("/preferences", "{}").statusCode());
    }

    @Test
    void aPageForOthersAsksToSignInAndTheApiSaysSo() {
        HttpResponse<String> page = visitor.get("/probe/no-permission-named-here");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/login?next="));
    }
}
