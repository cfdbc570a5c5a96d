package org.yicheng.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.count.projects.PbCheck;
import org.yicheng.count.projects.Ratio;
import org.yicheng.count.projects.Ties;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every rule over the same ballots, as a resident, a researcher and a program read it. */
@YichengTest
class BudgetingTest {

    private static final String BLOCS = "/budgeting/two-blocs";

    @Autowired
    MockMvc web;

    @Autowired
    Elections elections;

    private MockHttpServletResponse answer(String address) throws Exception {
        return web.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse response = answer(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode json(String address) throws Exception {
        return new JsonMapper().readTree(page(address));
    }

    @Test
    void whatIsShippedIsSoundAndInvented() throws Exception {
        for (Elections.Listed one :
                elections.all().stream().filter(one -> !one.uploaded()).toList()) {
            String text =
                    new ClassPathResource("budgeting/" + one.id() + ".pb").getContentAsString(StandardCharsets.UTF_8);
            assertThat(PbCheck.of(text)).as(one.id()).isEmpty();
            assertThat(one.demo()).isTrue();
            assertThat(page("/budgeting/" + one.id() + "/numbers.pb")).isEqualTo(text);
            assertThat(page("/budgeting"))
                    .contains("/budgeting/" + one.id(), one.title().zh());
        }
    }

    /** Greedy serves six of ten; equal shares serve all: 13/25 of the budget on average, 3/5 and 2/5 for the blocs. */
    @Test
    void rulesStandSideBySideWithWhatEachGroupGets() throws Exception {
        String page = page(BLOCS + "?rule=mes%2Fcost&by=district");
        assertThat(page)
                .contains("得票多者先", "等额分摊（按造价），逐元增额再按票数", "弗拉格门法", "6/10", "10/10", "13/25", "3/5", "2/5")
                .contains("a“甲”：6名支持者每人付5", "c“丙”：6名支持者手里的余额合起来不足30", "一区", "<svg viewBox=\"0 0 600 360\"");
        JsonNode rules = json("/api/v1" + BLOCS).get("rules");
        assertThat(rules).hasSize(10);
        JsonNode shares = rules.get(2);
        assertThat(shares.get("rule").asString()).isEqualTo("mes/cost");
        assertThat(shares.at("/measures/satisfied").asString()).isEqualTo("13/25");
        assertThat(shares.at("/groups/district/0").toString())
                .isEqualTo("{\"name\":\"一区\",\"voters\":6,\"served\":6,\"satisfied\":\"3/5\",\"part\":\"9/13\"}");
        assertThat(shares.at("/rounds/2").toString())
                .isEqualTo("{\"project\":\"c\",\"step\":\"SUPPORTERS_CANNOT_PAY\",\"price\":null,\"left\":\"40\"}");
    }

    @Test
    void budgetAndTiesCanBeSupposed() throws Exception {
        assertThat(page(BLOCS + "?budget=60")).contains("这是假设：预算60，原为100");
        JsonNode poor = json("/api/v1" + BLOCS + "?budget=60");
        assertThat(poor.at("/rules/0/order").toString()).isEqualTo("[\"a\",\"b\"]");
        JsonNode tied = json("/api/v1" + BLOCS + "?budget=60&ties=refuse");
        assertThat(tied.at("/rules/0/refused/0/projects").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(page(BLOCS + "?budget=60&ties=refuse&rule=greedy%2Fcost")).contains("项目a、b、c并列");
        assertThat(json("/api/v1" + BLOCS + "?budget=25&drop=false").at("/rules/5/order"))
                .isEmpty();
    }

    @Test
    void whatCannotBeCountedIsRefusedWithItsNumbers() throws Exception {
        assertThat(answer("/budgeting/nowhere").getStatus()).isEqualTo(404);
        assertThat(answer(BLOCS + "?budget=many").getStatus()).isEqualTo(400);
        assertThat(answer(BLOCS + "?budget=999999999999999.999999999").getStatus())
                .isEqualTo(400);
        assertThat(answer(BLOCS + "?ties=lot").getContentAsString(StandardCharsets.UTF_8))
                .contains("lot", "maxcost");
    }

    @Test
    void allNumbersCanBeTakenAlong() throws Exception {
        String csv = page(BLOCS + "/numbers.csv");
        assertThat(csv)
                .startsWith("\uFEFFrule,about,of,measure,value,over\r\n")
                .contains("mes/cost,rule,mes/cost,satisfied_share,13,25", "mes/cost,round,a,TAKEN,5,\r\n");
        try (Workbook book = WorkbookFactory.create(
                new ByteArrayInputStream(answer(BLOCS + "/numbers.xlsx").getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum() + 1)
                    .isEqualTo((int) csv.lines().count());
        }
        assertThat(json(BLOCS + "/numbers.json")).isEqualTo(json("/api/v1" + BLOCS));
    }

    /** A count that takes too long is given up, the next one is counted; what was done in time is shown. */
    @Test
    void aCountHasATimeToBeDoneIn() {
        Election election = elections.byId("minghu").orElseThrow();
        var impatient = new org.yicheng.budgeting.store.Impatient(Duration.ofMillis(1));
        try {
            long began = System.nanoTime();
            IntStream.range(0, 20)
                    .forEach(i -> impatient.compare(
                            election, new Comparisons.Supposed(BigDecimal.valueOf(900_000L + i), Ties.ID, true)));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        } finally {
            impatient.end();
        }
    }

    @Test
    void groupsAddUpToAllVoters() {
        Election election = elections.byId("minghu").orElseThrow();
        for (String column : Groups.columns(election.file())) {
            List<Groups.Group> groups =
                    Groups.of(election.file(), election.file().election(), column, List.of("1", "2"));
            assertThat(groups.stream().mapToInt(Groups.Group::voters).sum()).isEqualTo(180);
            assertThat(groups.stream()
                            .map(Groups.Group::part)
                            .map(Optional::orElseThrow)
                            .reduce(Ratio.ZERO, Ratio::plus))
                    .as(column)
                    .isEqualTo(Ratio.of(1, 1));
        }
    }
}
