package org.yicheng.matter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the interface can do to a matter, the forms of its page can do as well. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterFormsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BODY = "forms-office";

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    private String clerk = "";
    private String organ = "";

    @BeforeAll
    void peopleWhoMay() {
        clerk = token(BODY, Role.SECRETARIAT, Role.MEMBER);
        organ = token("forms-organ", Role.MEMBER);
    }

    private String token(String scope, Role... roles) {
        String login = "forms-" + UUID.randomUUID();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        for (Role role : roles) {
            accounts.giveRole(account.id(), role, scope);
        }
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, String token)
            throws Exception {
        MockHttpServletResponse answer = web.perform(
                        request.header("Authorization", "Bearer " + token).with(csrf()))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return ask(request, clerk);
    }

    private String page(String id) throws Exception {
        return ask(get("/matters/" + id).header("Accept-Language", "zh-CN"), clerk)
                .getContentAsString();
    }

    private JsonNode json(String path, String body) throws Exception {
        return JSON.readTree(
                ask(post(path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')), clerk)
                        .getContentAsString());
    }

    private JsonNode whole(String id) throws Exception {
        return JSON.readTree(ask(get("/api/v1/matters/" + id), clerk).getContentAsString());
    }

    private String opened() throws Exception {
        return json("/api/v1/matters", """
                        {'procedure': 'suggestion', 'place': 'henan', 'series': 'forms/suggestion', 'title': '演示建议',
                         'parties': [{'actor': 'author', 'holder': 'body:forms-office', 'name': '演示代表'},
                                     {'actor': 'office', 'holder': 'body:forms-office', 'name': '演示办公室'},
                                     {'actor': 'organ', 'holder': 'body:forms-office', 'name': '演示单位'}]}""").required("id").asString();
    }

    private void move(String id, String... transitions) throws Exception {
        for (String transition : transitions) {
            int version = whole(id).required("matter").required("version").asInt();
            MockHttpServletResponse moved =
                    send("/matters/" + id + "/move", "transition", transition, "version", String.valueOf(version));
            assertThat(moved.getStatus()).as(transition).isEqualTo(303);
        }
    }

    @Test
    void aContactIsNotedAndWhatWasTypedComesBackWithEveryFault() throws Exception {
        String id = opened();
        MockHttpServletResponse refused = send(
                "/matters/" + id + "/letters",
                "letter.way",
                "VISIT",
                "letter.direction",
                "OUT",
                "letter.on",
                "2999-01-01",
                "letter.with",
                "演示代表甲");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("href=\"#f-letter.on\"", "href=\"#f-letter.subject\"", "value=\"演示代表甲\"");
        assertThat(send("/matters/" + id + "/letters", "letter.way", "SMOKE", "letter.direction", "OUT")
                        .getStatus())
                .isEqualTo(409);
        assertThat(whole(id).required("correspondence").size()).isZero();
        MockHttpServletResponse noted = send(
                "/matters/" + id + "/letters",
                "letter.way",
                "VISIT",
                "letter.direction",
                "OUT",
                "letter.on",
                "2024-02-05",
                "letter.with",
                "演示代表甲",
                "letter.subject",
                "听取意见",
                "letter.text",
                "当面说明办理情况");
        assertThat(noted.getStatus()).isEqualTo(303);
        assertThat(page(id)).contains("听取意见", "当面说明办理情况");
    }

    @Test
    void aMergerIsMadeByNumberAndUndoneOnlyUntilTheAnswer() throws Exception {
        String first = opened();
        String second = opened();
        move(first, "submit", "accept", "assign", "receive", "handle", "draft-reply", "review");
        move(second, "submit");
        int number = whole(second).required("matter").required("number").asInt();
        assertThat(send("/matters/" + first + "/links", "link.type", "MERGED", "link.to", "999999")
                        .getContentAsString())
                .contains("href=\"#f-link.to\"");
        for (int time = 1; time <= 2; time++) {
            assertThat(send(
                                    "/matters/" + first + "/links",
                                    "link.type",
                                    "MERGED",
                                    "link.to",
                                    String.valueOf(number),
                                    "link.reason",
                                    "内容相同")
                            .getStatus())
                    .isEqualTo(303);
            assertThat(page(first)).contains("/matters/" + second);
            assertThat(page(second)).contains("并入本件");
            if (time == 1) {
                String link = lastLink(first);
                assertThat(send("/matters/" + first + "/links/" + link + "/undo", "undo-" + link + ".reason", "")
                                .getStatus())
                        .isEqualTo(409);
                assertThat(send("/matters/" + first + "/links/" + link + "/undo", "undo-" + link + ".reason", "不相同")
                                .getStatus())
                        .isEqualTo(303);
            }
        }
        String link = lastLink(first);
        move(second, "accept");
        int version = whole(first).required("matter").required("version").asInt();
        assertThat(send(
                                "/matters/" + first + "/move",
                                "transition",
                                "reply",
                                "version",
                                String.valueOf(version),
                                "documents.reply",
                                "演示函〔2024〕1号")
                        .getStatus())
                .isEqualTo(303);
        JsonNode refused = json("/api/v1/matters/" + first + "/links/" + link + "/undo", "{'reason': '答复以后'}");
        assertThat(refused.required("code").asString()).isEqualTo("matter.merger-settled");
        assertThat(refused.required("rule").required("provision").asString()).isEqualTo("matter.links");
        assertThat(send("/matters/" + first + "/links/" + link + "/undo", "undo-" + link + ".reason", "答复以后")
                        .getContentAsString())
                .contains("已答复");
        assertThat(whole(first).required("links").get(1).required("undoneAt").isNull())
                .isTrue();
    }

    private String lastLink(String id) throws Exception {
        JsonNode links = whole(id).required("links");
        return links.get(links.size() - 1).required("id").asString();
    }

    @Test
    void aLimitIsExtendedAndCountedFromAnotherDay() throws Exception {
        String id = opened();
        move(id, "submit", "accept", "assign", "receive");
        JsonNode reply = limit(id, "reply");
        String path = "/matters/" + id + "/limits/" + reply.required("id").asString();
        String extend = "extend-" + reply.required("id").asString();
        MockHttpServletResponse refused =
                send(path + "/extension", extend + ".whole", "7", extend + ".unit", "M", extend + ".reason", "");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("href=\"#f-" + extend + ".reason\"", "href=\"#f-" + extend + ".hard\"");
        assertThat(send(path + "/extension", extend + ".whole", "many", extend + ".unit", "M")
                        .getStatus())
                .isEqualTo(409);
        String start = "start-" + reply.required("id").asString();
        assertThat(send(path + "/start", start + ".day", "2024-02-05", start + ".reason", "实际交办之日")
                        .getStatus())
                .isEqualTo(303);
        assertThat(limit(id, "reply").required("due").asString()).isEqualTo("2024-05-06");
        assertThat(send(path + "/start", start + ".day", "soon", start + ".reason", "实际交办之日")
                        .getStatus())
                .isEqualTo(409);
        assertThat(send("/matters/" + opened() + "/limits/"
                                + reply.required("id").asString() + "/start")
                        .getStatus())
                .isEqualTo(404);
    }

    private JsonNode limit(String id, String name) throws Exception {
        for (JsonNode limit : whole(id).required("limits")) {
            if (limit.required("limit").asString().equals(name)) {
                return limit;
            }
        }
        throw new AssertionError("no limit " + name);
    }

    @Test
    void aStepNamesPartiesAndAFirstDay() throws Exception {
        String id = opened();
        move(id, "submit", "accept");
        int version = whole(id).required("matter").required("version").asInt();
        assertThat(send(
                                "/matters/" + id + "/move",
                                "transition",
                                "assign",
                                "version",
                                String.valueOf(version),
                                "party-1.actor",
                                "organ",
                                "party-1.holder",
                                "forms-organ")
                        .getStatus())
                .isEqualTo(409);
        assertThat(send(
                                "/matters/" + id + "/move",
                                "transition",
                                "assign",
                                "version",
                                String.valueOf(version),
                                "party-1.actor",
                                "organ",
                                "party-1.holder",
                                "body:forms-organ",
                                "party-1.name",
                                "演示承办单位")
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(id)).contains("演示承办单位").doesNotContain("演示单位");
        version = whole(id).required("matter").required("version").asInt();
        MockHttpServletResponse received = ask(
                post("/matters/" + id + "/move")
                        .param("transition", "receive")
                        .param("version", String.valueOf(version))
                        .param("starts.reply", "2024-02-05"),
                organ);
        assertThat(received.getStatus()).isEqualTo(303);
        assertThat(limit(id, "reply").required("due").asString()).isEqualTo("2024-05-06");
    }

    @Test
    void whoOnlyHandlesAMatterNeitherLinksNorExtends() throws Exception {
        String id = opened();
        move(id, "submit", "accept");
        int version = whole(id).required("matter").required("version").asInt();
        assertThat(send(
                                "/matters/" + id + "/move",
                                "transition",
                                "assign",
                                "version",
                                String.valueOf(version),
                                "party-1.actor",
                                "organ",
                                "party-1.holder",
                                "body:forms-organ")
                        .getStatus())
                .isEqualTo(303);
        String shown = ask(get("/matters/" + id), organ).getContentAsString();
        assertThat(shown).contains("/letters").doesNotContain("/links\"", "/extension", "/start\"");
        assertThat(ask(post("/matters/" + id + "/links").param("link.to", id), organ)
                        .getStatus())
                .isIn(403, 404);
    }
}
