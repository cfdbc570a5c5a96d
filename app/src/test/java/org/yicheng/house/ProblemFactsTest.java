package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kernel and services give a state among a problem's facts in one way: its stable key and its words. */
@YichengTest(properties = "yicheng.demo=true")
class ProblemFactsTest {

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    private String token() {
        String login = "facts-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), Role.SECRETARIAT, "*");
        accounts.giveRole(account.id(), Role.CHAIR, "*");
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private JsonNode facts(String path) throws Exception {
        var answer = web.perform(post(path).header("Authorization", "Bearer " + token()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(409);
        return new JsonMapper().readTree(answer.getContentAsByteArray()).get("facts");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/v1/sittings/sjz-npc-15-5-preliminary/close, assembly.sitting-is-SIGN_IN, 签到中, Signing in",
        "/api/v1/sessions/sjz-npc-15-5/steps/ARCHIVE, congress.state-REGISTERING, 代表报到, Reporting in"
    })
    void aStateHasItsKeyAndItsWords(String path, String key, String zh, String en) throws Exception {
        JsonNode state = facts(path).get("state");
        assertThat(state.get("key").asString()).isEqualTo(key);
        assertThat(state.get("zh-CN").asString()).isEqualTo(zh);
        assertThat(state.get("en").asString()).isEqualTo(en);
    }

    @Test
    void theStatesThatAreNeededAreGivenTheSameWay() throws Exception {
        for (String path : new String[] {
            "/api/v1/sittings/sjz-npc-15-5-preliminary/close", "/api/v1/sessions/sjz-npc-15-5/steps/ARCHIVE"
        }) {
            JsonNode needed = facts(path).get("needed");
            assertThat(needed.size()).as(path).isPositive();
            needed.forEach(
                    state -> assertThat(state.propertyNames()).as("%s", state).containsExactly("key", "zh-CN", "en"));
        }
    }
}
