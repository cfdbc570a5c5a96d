package org.yicheng.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An election is uploaded, looked at by everybody, withdrawn; what is wrong with a file is said by its lines. */
@YichengTest
class UploadTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    Journal journal;

    @Autowired
    Elections elections;

    private static String toy(int edition) throws Exception {
        return new ClassPathResource("budgeting/two-blocs.pb")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("instance;toy", "instance;toy " + edition);
    }

    private String token(Role role) {
        String login = "budgeting-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, "*");
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private MockHttpServletResponse as(String token, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse api(String token, String path, Map<String, String> body) throws Exception {
        return as(
                token,
                post("/api/v1/budgeting" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body)));
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsUploadedIsForEverybodyUntilItIsWithdrawn() throws Exception {
        String clerk = token(Role.SECRETARIAT);
        MockHttpServletResponse answer = api(clerk, "", Map.of("title", "某区参与式预算", "titleEn", "", "content", toy(1)));
        assertThat(answer.getStatus()).isEqualTo(201);
        String path = "/budgeting/" + json(answer).get("id").asString();
        assertThat(json(web.perform(get("/api/v1" + path)).andReturn().getResponse())
                        .at("/rules/2/order"))
                .hasSize(4);
        assertThat(web.perform(get(path + "/numbers.pb"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(toy(1));
        assertThat(api(clerk, "", Map.of("title", "again", "titleEn", "", "content", toy(1)))
                        .getStatus())
                .as("the same file once")
                .isEqualTo(400);
        assertThat(api(clerk, path.substring("/budgeting".length()) + "/withdrawal", Map.of("reason", ""))
                        .getStatus())
                .isEqualTo(400);
        assertThat(as(clerk, post(path + "/withdrawal").param("reason", "选票编号可认出个人"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(web.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(journal.latest(new Journal.ActFilter("budgeting.", "", Optional.empty(), 10)))
                .extracting(act -> act.verb())
                .containsExactly("budgeting.election.withdraw", "budgeting.election.keep");
    }

    @Test
    void aPageTakesAFileAndSaysWhatTheCheckFound() throws Exception {
        String clerk = token(Role.SECRETARIAT);
        MockHttpServletResponse page = as(
                clerk,
                multipart("/budgeting/upload")
                        .file(file(toy(2).replace("num_votes;20", "num_votes;21")))
                        .param("title", "某区"));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("第8行", "/budgeting/");
        MockHttpServletResponse faulty = as(
                clerk,
                multipart("/budgeting/upload")
                        .file(file(toy(3).replace("a;30;", "a;-30;").replace("17;d,e", "17;d,x")))
                        .param("title", "某区"));
        assertThat(faulty.getStatus()).isEqualTo(400);
        assertThat(faulty.getContentAsString(StandardCharsets.UTF_8)).contains("第16行", "第39行");
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "a.pb", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoHasNoRightUploadsNothingAndSizeAndNumberAreLimited() throws Exception {
        assertThat(api(token(Role.MEMBER), "", Map.of("title", "a", "titleEn", "", "content", toy(4)))
                        .getStatus())
                .isEqualTo(403);
        assertThat(web.perform(multipart("/budgeting/upload")
                                .file(file(toy(4)))
                                .param("title", "a")
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        String clerk = token(Role.SECRETARIAT);
        assertThat(elections.keep("a", "", new byte[Elections.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.reasons().toString())
                                .contains("budgeting.file-too-large", "5000001"));
        for (int i = 0; i < Elections.MOST_IN_AN_HOUR; i++) {
            assertThat(api(clerk, "", Map.of("title", "a", "titleEn", "", "content", toy(100 + i)))
                            .getStatus())
                    .isEqualTo(201);
        }
        assertThat(api(clerk, "", Map.of("title", "a", "titleEn", "", "content", toy(5)))
                        .getStatus())
                .isEqualTo(429);
    }
}
