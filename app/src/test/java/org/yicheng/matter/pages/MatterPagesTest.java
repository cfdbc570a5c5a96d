package org.yicheng.matter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and interface of matters, procedures and holiday tables, as a clerk and an administrator meet them. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    private String clerk = "";
    private String stranger = "";
    private String administrator = "";

    @BeforeAll
    void peopleWhoMay() {
        clerk = token("pages-office", Role.SECRETARIAT, Role.MEMBER);
        stranger = token("pages-elsewhere", Role.SECRETARIAT, Role.MEMBER);
        administrator = token("*", Role.ADMINISTRATOR);
    }

    private String token(String scope, Role... roles) {
        String login = "pages-" + UUID.randomUUID();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        for (Role role : roles) {
            accounts.giveRole(account.id(), role, scope);
        }
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, String token)
            throws Exception {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse answer =
                web.perform(request.with(csrf())).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private JsonNode json(String path, String token, String body) throws Exception {
        MockHttpServletResponse answer =
                ask(post(path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')), token);
        return JSON.readTree(answer.getContentAsString());
    }

    private String opened() throws Exception {
        return opened("");
    }

    private String opened(String subject) throws Exception {
        return json("/api/v1/matters", clerk, """
                        {'procedure': 'suggestion', 'place': 'henan', 'series': 'pages/suggestion', 'title': '演示建议',
                         'subject': 'SUBJECT', 'parties': [{'actor': 'author', 'holder': 'body:pages-office', 'name': '演示代表'},
                                     {'actor': 'office', 'holder': 'body:pages-office', 'name': '演示办公室'},
                                     {'actor': 'organ', 'holder': 'body:pages-office', 'name': '演示单位'}]}""".replace("SUBJECT", subject))
                .required("id")
                .asString();
    }

    private JsonNode move(String id, int version, String transition) throws Exception {
        return json(
                "/api/v1/matters/" + id + "/moves",
                clerk,
                "{'transition': '%s', 'version': %d}".formatted(transition, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void anybodyReadsProceduresAndHolidayTables(String language) throws Exception {
        for (String path : new String[] {
            "/procedures", "/procedures/suggestion", "/procedures/motion", "/holidays", "/holidays/2024"
        }) {
            MockHttpServletResponse answer = ask(get(path).header("Accept-Language", language), "");
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
        }
        String page = ask(get("/procedures/suggestion").header("Accept-Language", language), "")
                .getContentAsString();
        assertThat(page).contains("<svg", "</svg>");
        assertThat(page).doesNotContain("style=");
        assertThat(ask(get("/procedures/nothing"), "").getStatus()).isEqualTo(404);
        assertThat(ask(get("/holidays/1999"), "").getStatus()).isEqualTo(404);
    }

    @Test
    void theInterfaceTellsTheSame() throws Exception {
        assertThat(ask(get("/api/v1/procedures/suggestion"), "").getContentAsString())
                .contains("\"P3M\"", "DL:51(2)");
        assertThat(ask(get("/api/v1/procedures/motion/diagram.svg"), "").getContentAsString())
                .startsWith("<svg");
        JsonNode due = JSON.readTree(
                ask(get("/api/v1/holidays/due?start=2024-02-05&period=P3M"), "").getContentAsString());
        assertThat(due.required("due").asString()).isEqualTo("2024-05-06");
        MockHttpServletResponse missing = ask(get("/api/v1/holidays/due?start=2021-02-05&period=P3M"), "");
        assertThat(missing.getStatus()).isEqualTo(409);
        assertThat(missing.getContentAsString()).contains("calendar.no-table", "2021");
        assertThat(ask(get("/api/v1/holidays/due?start=2024-02-05&period=soon"), "")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aClerkMovesAMatterThatOthersDoNotSee() throws Exception {
        String id = opened();
        assertThat(ask(get("/matters/" + id), stranger).getStatus()).isEqualTo(404);
        assertThat(ask(get("/api/v1/matters/" + id), stranger).getStatus()).isEqualTo(404);
        assertThat(ask(get("/matters/tasks"), clerk).getContentAsString()).contains(id);
        assertThat(ask(get("/matters/tasks"), stranger).getContentAsString()).doesNotContain(id);
        assertThat(ask(get("/matters/" + id), clerk).getContentAsString()).contains("演示建议", "name=\"transition\"");
        MockHttpServletResponse moved = ask(
                post("/matters/" + id + "/move").param("transition", "submit").param("version", "1"), clerk);
        assertThat(moved.getStatus()).isEqualTo(303);
        MockHttpServletResponse refused = ask(
                post("/matters/" + id + "/move").param("transition", "return").param("version", "2"), clerk);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(move(id, 1, "accept").required("code").asString()).isEqualTo("matter.stale");
        move(id, 2, "accept");
        JsonNode assigned = move(id, 3, "assign");
        assertThat(assigned.required("matter").required("state").asString()).isEqualTo("ASSIGNED");
        assertThat(assigned.required("limits").size()).isEqualTo(1);
        assertThat(ask(get("/matters/" + id), clerk).getStatus()).isEqualTo(200);
        JsonNode letter = json(
                "/api/v1/matters/" + id + "/letters",
                clerk,
                "{'direction': 'OUT', 'way': 'PHONE', 'on': '2024-02-05', 'with': '演示代表', 'subject': '说明情况'}");
        assertThat(letter.required("subject").asString()).isEqualTo("说明情况");
        String other = opened();
        JsonNode link = json(
                "/api/v1/matters/" + id + "/links",
                clerk,
                "{'type': 'RELATED', 'to': '%s', 'reason': '内容相关'}".formatted(other));
        JsonNode undone = json(
                "/api/v1/matters/" + id + "/links/" + link.required("id").asString() + "/undo",
                clerk,
                "{'reason': '内容无关'}");
        assertThat(undone.required("undoneAt").isNull()).isFalse();
        assertThat(ask(get("/matters/" + id), clerk).getContentAsString()).contains("说明情况", "内容相关");
    }

    /** Past the page of its service it would move without assignment, answer and judgement. */
    @Test
    void whatAServiceCarriesOutIsReadHereAndItsStepsAreTakenThere() throws Exception {
        String id = opened("filing:1f0b6f6e-0000-4000-8000-000000000001");
        String other = opened();
        String there = "/handling/1f0b6f6e-0000-4000-8000-000000000001";
        String page = ask(get("/matters/" + id), clerk).getContentAsString();
        assertThat(page)
                .contains("href=\"" + there + "\"", "value=\"RELATED\"")
                .doesNotContain("name=\"transition\"", "value=\"MERGED\"");
        assertThat(move(id, 1, "submit").required("code").asString()).isEqualTo("matter.carried-elsewhere");
        assertThat(ask(
                                post("/matters/" + id + "/move")
                                        .param("transition", "submit")
                                        .param("version", "1"),
                                clerk)
                        .getStatus())
                .isEqualTo(409);
        String link = "{'type': '%s', 'to': '%s', 'reason': '演示'}";
        assertThat(json("/api/v1/matters/" + other + "/links", clerk, link.formatted("MERGED", id))
                        .required("code")
                        .asString())
                .isEqualTo("matter.carried-elsewhere");
        assertThat(json("/api/v1/matters/" + id + "/links", clerk, link.formatted("RELATED", other))
                        .required("type")
                        .asString())
                .isEqualTo("RELATED");
        assertThat(ask(get("/matters/tasks"), clerk).getContentAsString()).contains("href=\"" + there + "\"");
    }

    @Test
    void nobodyOpensAMatterForAnotherBody() throws Exception {
        assertThat(json("/api/v1/matters", stranger, """
                        {'procedure': 'suggestion', 'place': 'henan', 'series': 's', 'title': 't',
                         'parties': [{'actor': 'office', 'holder': 'body:pages-office', 'name': 'n'}]}""").required("code").asString())
                .isEqualTo("matter.not-your-body");
        assertThat(json("/api/v1/matters", clerk, """
                        {'procedure': 'suggestion', 'place': 'henan', 'series': 's', 'title': 't',
                         'parties': [{'actor': 'office', 'holder': 'pages-office', 'name': 'n'}]}""").required("code").asString())
                .isEqualTo("matter.holder-unknown");
    }

    @Test
    void anAdministratorLooksAtATableAndThenTakesIt() throws Exception {
        byte[] table = "date,kind,name,source\n2029-01-01,OFF,元旦,演示通知\n2029-02-13,OFF,春节,演示通知\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(ask(get("/holidays/import"), clerk).getStatus()).isEqualTo(403);
        assertThat(ask(get("/holidays/import"), administrator).getStatus()).isEqualTo(200);
        MockHttpServletResponse looked = ask(
                multipart("/holidays/preview").file(new MockMultipartFile("file", "2029.csv", "text/csv", table)),
                administrator);
        assertThat(looked.getStatus()).isEqualTo(200);
        Matcher kept = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"").matcher(looked.getContentAsString());
        assertThat(kept.find()).isTrue();
        MockHttpServletResponse taken =
                ask(post("/holidays/import").param("kept", kept.group(1)).param("source", ""), administrator);
        assertThat(taken.getStatus()).isEqualTo(303);
        String changes = String.valueOf(taken.getHeader("Location"));
        assertThat(ask(get(changes), administrator).getStatus()).isEqualTo(200);
        assertThat(ask(get("/holidays"), administrator).getContentAsString()).contains("/holidays/2029", changes);
        byte[] faulty = "date,kind,source\n2029-13-01,OFF,演示\n".getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse refused = ask(
                multipart("/holidays/preview").file(new MockMultipartFile("file", "x.csv", "text/csv", faulty)),
                administrator);
        assertThat(refused.getContentAsString()).contains("2029-13-01").doesNotContain("name=\"kept\"");
        assertThat(ask(
                                multipart("/api/v1/holidays")
                                        .file(new MockMultipartFile("file", "x.csv", "text/csv", faulty)),
                                administrator)
                        .getStatus())
                .isEqualTo(400);
    }
}
