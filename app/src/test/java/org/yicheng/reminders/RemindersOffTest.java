package org.yicheng.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.reminders.store.Postman;
import org.yicheng.testing.YichengTest;

/** As the platform comes: no mail server, nothing is written for one, and the page says so. */
@YichengTest
class RemindersOffTest {

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    Postman postman;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAServerNothingIsWrittenAndThePageSaysSo() throws Exception {
        String login = "off-" + UUID.randomUUID();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), Role.SECRETARIAT, "off-office");
        String token = accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
        assertThat(postman.works()).isFalse();
        MockHttpServletResponse page = web.perform(get("/account/reminders")
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse();
        page.setCharacterEncoding(StandardCharsets.UTF_8.name());
        assertThat(page.getContentAsString()).contains("没有配置发信服务器").doesNotContain("name=\"address\"");
        assertThat(web.perform(post("/account/reminders/address")
                                .param("address", "somebody@city.example")
                                .header("Authorization", "Bearer " + token)
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from reminders.outbox")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(web.perform(get("/matters/tasks.ics").header("Authorization", "Bearer " + token))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .startsWith("BEGIN:VCALENDAR");
    }
}
