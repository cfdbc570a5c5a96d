package org.yicheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.party.Accounts;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.Http;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The treasurer's pages and the same over REST. */
@YichengTest
class LedgerPagesTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Organs organs;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private String body = "";
    private String treasurer = "";
    private String book = "";

    @BeforeEach
    void aTreasurerWithABook() {
        body = "ledger-" + UUID.randomUUID().toString().substring(0, 8);
        treasurer = token(Role.TREASURER, body);
        book = rest().post(treasurer, "/ledger/books", Map.of("subject", "test:" + body, "body", body, "name", "项目资金"))
                .get("id")
                .asString();
        account("1002", "银行存款", "ASSET", 0, 10_000_000_00L);
        account("4001", "财政拨款收入", "INCOME", 0, 10_000_000_00L);
        account("5001", "已付工程款", "EXPENSE", 0, 1_000_00L);
    }

    private Rest rest() {
        return new Rest(port);
    }

    private String token(Role role, String scope) {
        String login = "ledger-" + UUID.randomUUID();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, scope);
        return accounts.issueToken(account.id(), clock.instant().plus(Duration.ofHours(1)));
    }

    private String account(String code, String name, String kind, long floor, long cap) {
        return rest().post(
                        treasurer,
                        "/ledger/books/" + book + "/accounts",
                        Map.of("code", code, "name", name, "kind", kind, "floor", floor, "cap", cap, "document", "演示"))
                .get("id")
                .asString();
    }

    private Map<String, Object> posting(String key, String debit, String credit, long amount) {
        return Map.of(
                "day",
                LocalDate.now(clock).toString(),
                "text",
                "=演示",
                "document",
                "演示付款单",
                "key",
                key,
                "legs",
                List.of(Map.of("account", debit, "amount", amount), Map.of("account", credit, "amount", -amount)));
    }

    private JsonNode posted(String key, String debit, String credit, long amount) {
        return rest().post(treasurer, "/ledger/books/" + book + "/postings", posting(key, debit, credit, amount));
    }

    private MockHttpServletResponse send(String path, Map<String, String> form) throws Exception {
        var request = post(path).header("Authorization", "Bearer " + treasurer).with(csrf());
        form.forEach(request::param);
        return web.perform(request).andReturn().getResponse();
    }

    private String page(String path) {
        return rest().page(treasurer, path, "zh-CN");
    }

    @Test
    void aBookIsKeptOverRest() {
        JsonNode first = posted("a", "1002", "4001", 5_000_00L);
        assertThat(posted("a", "1002", "4001", 5_000_00L).get("id")).isEqualTo(first.get("id"));
        JsonNode paid = posted("b", "5001", "1002", 999_99L);
        assertThat(paid.get("number").asLong()).isEqualTo(2);
        Rest.Problem over =
                rest().refused(treasurer, "/ledger/books/" + book + "/postings", posting("c", "5001", "1002", 2));
        assertThat(over.codes()).containsExactly("ledger.above-cap");
        assertThat(over.words("zh-CN")).contains("现有余额999.99，过账后为1,000.01，高于上限1,000.00，超出0.01");
        assertThat(over.rule()).isEqualTo("YC:ledger.limits");
        JsonNode counter = rest().post(
                        treasurer,
                        "/ledger/postings/" + paid.get("id").asString() + "/reversal",
                        Map.of("day", LocalDate.now(clock).toString(), "text", "冲销", "document", "演示", "key", "d"));
        assertThat(counter.get("reverses")).isEqualTo(paid.get("id"));
        JsonNode trial = rest().get(treasurer, "/ledger/books/" + book).get("trial");
        assertThat(trial.get("rows")).hasSize(3);
        assertThat(rest().get(treasurer, "/ledger/books/" + book + "/check").get("faults"))
                .isEmpty();
        assertThat(rest().get(treasurer, "/ledger/books/" + book + "/postings")).hasSize(3);
        assertThat(rest().refused(treasurer, "/ledger/books/" + book + "/postings", posting("e", "9", "1002", 2))
                        .codes())
                .containsExactly("ledger.no-such-code");
    }

    @Test
    void toOthersABookDoesNotExist() {
        JsonNode first = posted("a", "1002", "4001", 100);
        String other = token(Role.TREASURER, "another-body");
        String auditor = token(Role.AUDITOR, "*");
        for (String path : List.of(
                "/ledger/books/" + book,
                "/ledger/postings/" + first.get("id").asString(),
                "/ledger/accounts/" + first.get("legs").get(0).get("account").asString())) {
            assertThat(Http.get(port, "/api/v1" + path, other).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(Http.get(port, path, other).status()).as(path).isEqualTo(404);
            assertThat(Http.get(port, path, auditor).status()).as(path).isEqualTo(200);
            assertThat(Http.get(port, "/api/v1" + path, "").status()).as(path).isEqualTo(401);
        }
        assertThat(rest().get(other, "/ledger/books")).isEmpty();
        assertThat(rest().refused(other, "/ledger/books/" + book + "/postings", posting("x", "1002", "4001", 1))
                        .status())
                .isEqualTo(404);
        assertThat(rest().refused(other, "/ledger/books", Map.of("subject", "a:b", "body", body, "name", "别人的"))
                        .codes())
                .containsExactly("ledger.not-a-body");
        assertThat(rest().refused(auditor, "/ledger/books/" + book + "/postings", posting("x", "1002", "4001", 1))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theTreasurerPostsOnAPage() throws Exception {
        String path = "/ledger/books/" + book;
        assertThat(page(path + "/post")).contains("name=\"key\" value=\"", "银行存款");
        Map<String, String> form = Map.of(
                "day", LocalDate.now(clock).toString(),
                "text", "拨款到账",
                "document", "演示拨款通知",
                "key", "page-1",
                "account1", "1002",
                "debit1", "1,234.50",
                "account2", "4001",
                "credit2", "1234.5");
        MockHttpServletResponse answer = send(path + "/post", form);
        assertThat(answer.getStatus()).isEqualTo(303);
        String one = page(answer.getHeader("Location"));
        assertThat(one).contains("第1号过账", "拨款到账", "1,234.50", "冲销本笔过账");
        assertThat(send(path + "/post", form).getHeader("Location")).isEqualTo(answer.getHeader("Location"));
        assertThat(page(path)).contains("试算平衡", "财政拨款收入", "过账记录（1笔）").doesNotContain("核对无误");
        assertThat(page(path + "?check=true")).contains("核对无误：1笔过账全部平衡");
        assertThat(page("/ledger")).contains("项目资金");
    }

    @Test
    void aFormWithFaultsComesBackAsItWasTyped() throws Exception {
        MockHttpServletResponse answer = send(
                "/ledger/books/" + book + "/post",
                Map.of(
                        "day",
                        "yesterday",
                        "text",
                        "摘要在此",
                        "key",
                        "k",
                        "account1",
                        "1002",
                        "debit1",
                        "一百",
                        "credit2",
                        "5"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("“yesterday”不是日期", "“一百”不是金额", "第1条须填写", "第2条没有选择账户", "value=\"摘要在此\"");
        MockHttpServletResponse unequal = send(
                "/ledger/books/" + book + "/post",
                Map.of(
                        "day", LocalDate.now(clock).toString(),
                        "text", "t",
                        "document", "d",
                        "key", "k",
                        "account1", "1002",
                        "debit1", "5",
                        "account2", "4001",
                        "credit2", "4"));
        assertThat(unequal.getContentAsString(StandardCharsets.UTF_8)).contains("借贷不相等：借方5.00，贷方4.00，相差1.00");
    }

    @Test
    void accountsLimitsAndReversalsOnPages() throws Exception {
        MockHttpServletResponse opened = send(
                "/ledger/books/" + book + "/accounts", Map.of("code", "2001", "name", "应付质保金", "kind", "LIABILITY"));
        assertThat(opened.getStatus()).isEqualTo(303);
        assertThat(send("/ledger/books/" + book + "/accounts", Map.of("code", "2001", "name", "别的", "kind", "?"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("没有“?”这个类别");
        JsonNode posting = posted("a", "1002", "4001", 100_00);
        String account = posting.get("legs").get(0).get("account").asString();
        assertThat(page("/ledger/accounts/" + account)).contains("1002 银行存款", "明细账（1笔）", "历次上下限", "10,000,000.00");
        assertThat(send("/ledger/accounts/" + account + "/limits", Map.of("floor", "101", "document", "演示决定"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("低于下限101.00，差1.00");
        assertThat(send("/ledger/accounts/" + account + "/limits", Map.of("floor", "100", "document", "演示决定"))
                        .getStatus())
                .isEqualTo(303);
        String path = "/ledger/postings/" + posting.get("id").asString();
        Map<String, String> voucher =
                Map.of("day", LocalDate.now(clock).toString(), "text", "记错", "document", "演示更正单", "key", "r");
        assertThat(send(path + "/reversal", voucher).getContentAsString(StandardCharsets.UTF_8))
                .contains("低于下限100.00");
        send("/ledger/accounts/" + account + "/limits", Map.of("document", "演示决定"));
        MockHttpServletResponse reversed = send(path + "/reversal", voucher);
        assertThat(reversed.getStatus()).isEqualTo(303);
        assertThat(page(reversed.getHeader("Location"))).contains("本笔冲销第1号过账").doesNotContain("冲销本笔过账");
        assertThat(page(path)).contains("本笔已由第2号过账冲销").doesNotContain("冲销本笔过账");
    }

    @Test
    void aBookIsOpenedOnAPageForOnesOwnBody() throws Exception {
        assertThat(send("/ledger", Map.of("body", "another", "name", "新账")).getContentAsString(StandardCharsets.UTF_8))
                .contains("您不是机构“another”的财务人员");
        String organ = "organ-" + body;
        organs.add(new Organ(organ, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        treasurer = token(Role.TREASURER, organ);
        MockHttpServletResponse opened = send("/ledger", Map.of("body", organ, "name", "新账"));
        assertThat(opened.getStatus()).isEqualTo(303);
        assertThat(page(opened.getHeader("Location"))).contains("新账", "演示局" + body, "还没有账户");
        assertThat(page("/ledger")).contains("账簿（1本）");
    }

    @Test
    void tablesCanBeReckonedWith() throws Exception {
        JsonNode posting = posted("a", "1002", "4001", 1_234_50);
        String csv = rest().text(treasurer, "/ledger/books/" + book + "/trial.csv");
        assertThat(csv).contains("1002,银行存款,ASSET,1234.50,0.00,1234.50,0.00,CNY");
        String account = posting.get("legs").get(0).get("account").asString();
        assertThat(rest().text(treasurer, "/ledger/accounts/" + account + "/statement.csv"))
                .contains("1,%s,'=演示,演示付款单,1234.50,,1234.50,CNY".formatted(LocalDate.now(clock)));
        byte[] xlsx = Http.get(port, "/ledger/books/" + book + "/trial.xlsx", treasurer)
                .content();
        try (Workbook sheet = WorkbookFactory.create(new ByteArrayInputStream(xlsx))) {
            assertThat(sheet.getSheetAt(0).getRow(1).getCell(3).getNumericCellValue())
                    .isEqualTo(1234.5);
        }
    }
}
