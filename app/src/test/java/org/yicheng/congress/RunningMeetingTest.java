package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;

/** What the pages of a meeting offer and say before it opens and while it runs. */
@YichengTest(properties = "yicheng.demo=true")
@Transactional
class RunningMeetingTest {

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private void stand(String state, Instant planned) {
        jdbc.sql("update assembly.sitting set state = :state, planned_at = :planned where id = :id")
                .param("state", state)
                .param("planned", planned.atOffset(ZoneOffset.UTC))
                .param("id", SITTING)
                .update();
    }

    private String page(String path, Role role, String language) throws Exception {
        String login = "page-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, "*");
        String token =
                accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
        var answer = web.perform(
                        get(path).header("Authorization", "Bearer " + token).cookie(new Cookie("language", language)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SCHEDULED, true", "SIGN_IN, true", "OPEN, false", "PAUSED, false", "CLOSED, false"})
    void whoPresidesIsNamedBeforeTheMeetingRuns(String state, boolean offered) throws Exception {
        stand(state, clock.instant());
        String page = page("/sittings/" + SITTING + "/prepare", Role.SECRETARIAT, "zh-CN");
        assertThat(page.contains("/prepare/presiding\"")).isEqualTo(offered);
    }

    @Test
    void theChairIsToldThatItIsNotYetTime() throws Exception {
        stand("SIGN_IN", clock.instant().plus(Duration.ofMinutes(20)));
        assertThat(page("/chair/" + SITTING, Role.CHAIR, "zh-CN")).contains("距今还有20分钟", "value=\"open\"");
        assertThat(page("/chair/" + SITTING, Role.CHAIR, "en")).contains("20 min from now", "value=\"open\"");
        stand("SIGN_IN", clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(page("/chair/" + SITTING, Role.CHAIR, "en")).doesNotContain("min from now");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"OPEN, In session", "SIGN_IN, Signing in", "PAUSED, Paused"})
    void everyPageCallsAStateTheSame(String state, String word) throws Exception {
        stand(state, clock.instant());
        for (String path :
                new String[] {"/chair/" + SITTING, "/sittings/" + SITTING + "/prepare", "/sessions/sjz-npc-15-5"}) {
            assertThat(page(path, path.startsWith("/chair") ? Role.CHAIR : Role.SECRETARIAT, "en"))
                    .as(path)
                    .contains(word);
        }
    }
}
