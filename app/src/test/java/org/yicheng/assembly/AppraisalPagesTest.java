package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.party.Role;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** An appraisal on pages: prepared by a clerk, led by the chair, filled in on phones, entered by tellers. */
@YichengTest
class AppraisalPagesTest {

    @Autowired
    Association association;

    @Autowired
    Congress congress;

    @Autowired
    Appraisals appraisals;

    @Autowired
    MockMvc web;

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String token) throws Exception {
        return web.perform(request.with(csrf())
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse();
    }

    private String page(String path, String token) throws Exception {
        return ask(get(path), token).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String path, String token, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        typed.forEach(request::param);
        return ask(request, token);
    }

    private List<UUID> meeting(String body) {
        List<UUID> people = association.body(
                body,
                "association-robert",
                Body.Kind.ASSOCIATION,
                Collections.nCopies(3, "1").toArray(String[]::new));
        association.openSitting(body, 3);
        return people;
    }

    private UUID listed(String body, String form) throws Exception {
        String path = "/sittings/" + body + "-1/appraisals";
        String clerk = congress.token(body, Role.SECRETARIAT);
        MockHttpServletResponse refused =
                send(path, clerk, Map.of("title", "民生实事测评", "form", form, "items", "候车亭\n候车亭"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("不能重复", "民生实事测评");
        assertThat(send(path, clerk, Map.of("title", "民生实事测评", "form", form, "items", "候车亭\n\n停车位"))
                        .getStatus())
                .isEqualTo(303);
        return appraisals.ofSitting(body + "-1").getFirst().id();
    }

    @Test
    void aMemberMarksEveryItemOnThePhone() throws Exception {
        List<UUID> people = meeting("apg1");
        UUID id = listed("apg1", "ELECTRONIC");
        String chair = congress.token("apg1", Role.CHAIR);
        String member = congress.memberToken("apg1", people.getFirst());
        String lead = "/sittings/apg1-1/appraisals/" + id;
        String phone = "/appraisals/" + id;
        assertThat(page(phone, member)).contains("现在不能填写");
        assertThat(ask(get(phone + "/paper.pdf"), chair).getStatus())
                .as("held on phones")
                .isEqualTo(409);
        assertThat(send(lead, chair, Map.of("do", "open")).getStatus()).isEqualTo(303);
        assertThat(page(phone, member)).contains("尚未记录", "停车位");
        MockHttpServletResponse half = send(phone, member, Map.of("grade-1", "SATISFIED"));
        assertThat(half.getStatus()).isEqualTo(409);
        assertThat(half.getContentAsString(StandardCharsets.UTF_8)).contains("第2项还没有评价");
        assertThat(send(phone, member, Map.of("grade-1", "SATISFIED", "grade-2", "ABSTAIN"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(phone, member)).contains("已记录", "更改测评票");
        assertThat(send(lead, chair, Map.of("do", "close")).getStatus()).isEqualTo(303);
        assertThat(page("/sittings/apg1-1/appraisals", member))
                .as("nobody but the chair reads a result before it is declared")
                .doesNotContain("100.00%");
        assertThat(page("/sittings/apg1-1/appraisals", chair)).contains("100.00%");
        assertThat(send(lead, chair, Map.of("do", "declare")).getStatus()).isEqualTo(303);
        assertThat(page(phone, member)).contains("100.00%", "测评已经结束");
    }

    private static Map<String, String> count(int satisfied) {
        String rest = Integer.toString(3 - satisfied);
        return Map.ofEntries(
                Map.entry("issued", "3"),
                Map.entry("returned", "3"),
                Map.entry("invalid", "0"),
                Map.entry("item-1-SATISFIED", Integer.toString(satisfied)),
                Map.entry("item-1-BASICALLY", rest),
                Map.entry("item-1-NOT_SATISFIED", "0"),
                Map.entry("item-1-ABSTAIN", "0"),
                Map.entry("item-2-SATISFIED", "3"),
                Map.entry("item-2-BASICALLY", "0"),
                Map.entry("item-2-NOT_SATISFIED", "0"),
                Map.entry("item-2-ABSTAIN", "0"));
    }

    @Test
    void tellersSeeWhereTheyDifferAndNeverTheOthersFigure() throws Exception {
        List<UUID> people = meeting("apg2");
        UUID id = listed("apg2", "PAPER");
        String chair = congress.token("apg2", Role.CHAIR);
        String first = congress.token("apg2", Role.TELLER);
        String second = congress.token("apg2", Role.TELLER);
        String lead = "/sittings/apg2-1/appraisals/" + id;
        String sheet = "/appraisals/" + id + "/count";
        String paper = "/appraisals/" + id + "/paper.pdf";
        assertThat(page("/sittings/apg2-1/appraisals", chair)).contains(paper, "整张票作废");
        Printed printed = Printed.of(ask(get(paper), chair).getContentAsByteArray());
        assertThat(printed.onA4()).isTrue();
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text())
                .contains("民生实事测评票", "候车亭", "停车位", "基本满意", "该项计为弃权")
                .doesNotContain("核验");
        assertThat(ask(get(paper), congress.memberToken("apg2", people.getFirst()))
                        .getStatus())
                .as("not for members")
                .isEqualTo(403);
        send(lead, chair, Map.of("do", "open"));
        send(lead, chair, Map.of("do", "close"));
        MockHttpServletResponse unread = send(sheet, first, Map.of("issued", "三"));
        assertThat(unread.getStatus()).isEqualTo(409);
        assertThat(unread.getContentAsString(StandardCharsets.UTF_8)).contains("须填写整数");
        assertThat(send(sheet, first, count(2)).getStatus()).isEqualTo(303);
        assertThat(page(sheet, second)).contains("另一名计票人独立录入").doesNotContain("value=\"2\"");
        assertThat(send(sheet, second, count(3)).getStatus()).isEqualTo(303);
        assertThat(page(sheet, second)).contains("第1项“满意”", "第1项“基本满意”").doesNotContain("value=\"2\"");
        assertThat(send(lead, chair, Map.of("do", "declare")).getStatus()).isEqualTo(409);
        assertThat(send(sheet, first, count(3)).getStatus()).isEqualTo(303);
        assertThat(page(sheet, first)).contains("已核定");
        assertThat(send(lead, chair, Map.of("do", "declare")).getStatus()).isEqualTo(303);
    }
}
