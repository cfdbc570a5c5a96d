package org.yicheng.budgeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.count.projects.PbCheck;
import org.yicheng.count.projects.PbFile;
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

    /** Greedy serves twelve of twenty; equal shares serve all: 13/25 of the budget on average, 3/5 and 2/5 for the blocs. */
    @Test
    void rulesStandSideBySideWithWhatEachGroupGets() throws Exception {
        String page = page(BLOCS + "?rule=mes%2Fcost&by=district");
        assertThat(page)
                .contains("得票多者先", "等额分摊（按造价），逐元增额再按票数", "弗拉格门法", "12/20", "20/20", "13/25", "3/5", "2/5")
                .contains("a“甲”：12名支持者每人付2.5", "c“丙”：12名支持者手里的余额合起来不足30", "一区", "<svg viewBox=\"0 0 600 360\"");
        JsonNode rules = json("/api/v1" + BLOCS).get("rules");
        assertThat(rules).hasSize(10);
        JsonNode shares = rules.get(2);
        assertThat(shares.get("rule").asString()).isEqualTo("mes/cost");
        assertThat(shares.at("/measures/satisfied").asString()).isEqualTo("13/25");
        assertThat(shares.at("/groups/district/0").toString())
                .isEqualTo(
                        "{\"name\":\"一区\",\"of\":[\"一区\"],\"voters\":12,\"served\":12,\"satisfied\":\"3/5\",\"part\":\"9/13\"}");
        assertThat(shares.at("/rounds/2").toString())
                .isEqualTo("{\"project\":\"c\",\"step\":\"SUPPORTERS_CANNOT_PAY\",\"price\":null,\"left\":\"40\"}");
    }

    /** Greedy takes a, b, c with 90 of 100; d and e at 20 each are dearer than the 10 left. */
    @Test
    void whyARuleDoesNotFundAProjectIsSaidForEveryRule() throws Exception {
        String page = page(BLOCS);
        assertThat(page)
                .contains(
                        "轮到它时只剩10，不够20",
                        "选它的12人手里的钱合起来不够30",
                        "10种规则中有8种选它",
                        "10种规则都选它",
                        "谁得票最多先选谁，余款够就选，不够就跳过，看下一个。",
                        "先用“弗拉格门法”，停下来以后，余款再按得票多少选。")
                .doesNotContain("budgeting.why");
        assertThat(page(BLOCS + "?budget=25&drop=true")).contains("造价30，超过全部预算25");
        assertThat(page(BLOCS + "?budget=60&ties=refuse")).contains("规则没有得出结果");
    }

    @Test
    void yuanAreSaidInTheUnitsOfTheLanguageWithoutRounding() throws Exception {
        assertThat(page("/budgeting/minghu?budget=1234567.5")).contains("123.45675万元", "原为100万元", "假如预算是（元）");
        assertThat(page("/budgeting/minghu")).contains("32万元", "9万元");
    }

    private MockHttpServletResponse from(String address, String network) throws Exception {
        return web.perform(get(URI.create(address)).with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    @Test
    void thirtySuppositionsInTenMinutesComeFromOneNetwork() throws Exception {
        for (int i = 1; i <= 30; i++) {
            assertThat(from(BLOCS + "?budget=" + (2_000 + i), "2001:db8:0:7::" + i)
                            .getStatus())
                    .isEqualTo(200);
        }
        MockHttpServletResponse refused = from("/api/v1" + BLOCS + "?budget=3000", "2001:db8:0:7::1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("party.pace-too-often", "\"limit\":30");
        for (String free : List.of("", "?budget=100.00", "?budget=2001")) {
            assertThat(from(BLOCS + free, "2001:db8:0:7::1").getStatus())
                    .as("what the file says, and what was counted before: " + free)
                    .isEqualTo(200);
        }
        assertThat(from(BLOCS + "?budget=3000", "2001:db8:0:8::1").getStatus()).isEqualTo(200);
    }

    private static PbFile ballots(String column, String... cells) {
        StringBuilder text = new StringBuilder("META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\n"
                + "project_id;cost\na;5\nVOTES\nvoter_id;vote;" + column + "\n");
        for (int i = 0; i < cells.length; i++) {
            text.append(i).append(";a;").append(cells[i]).append('\n');
        }
        return PbFile.read(text.toString()).orThrow();
    }

    /** Each pair: how many ballots say A, B, C, D; what stands together, with how many. */
    @ParameterizedTest(name = "{0} give {1}")
    @CsvSource({
        "'5,5,5', 'A5 B5 C5'",
        "'4,5,6', 'C6 AB9'",
        "'6,4', 'AB10'",
        "'2,2,7', 'ABC11'",
        "'2,3,7', 'C7 AB5'",
        "'1,2,1,9', 'ABCD13'",
        "'1,1,1,1', 'ABCD4'",
        "'4', 'A4'",
        "'0,5', 'B5'",
        "'1,8,9,7', 'B8 C9 AD8'"
    })
    void nothingOfASmallGroupFollowsFromTheOthers(String counts, String shown) {
        List<String> cells = new ArrayList<>();
        String[] sizes = counts.split(",");
        for (int g = 0; g < sizes.length; g++) {
            cells.addAll(Collections.nCopies(Integer.parseInt(sizes[g]), "ABCD".substring(g, g + 1)));
        }
        PbFile file = ballots("district", cells.toArray(String[]::new));
        List<Groups.Group> groups = Groups.of(file, file.election(), "district", List.of("a"));
        assertThat(groups.stream()
                        .map(one -> String.join("", one.names()) + one.voters())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
        assertThat(groups.stream().mapToInt(Groups.Group::voters).sum()).isEqualTo(cells.size());
    }

    @Test
    void smallGroupsStandTogetherOnPageAndInEveryExport() throws Exception {
        String id = elections
                .keep(
                        "小组演示",
                        "",
                        ballots("district", "东", "东", "东", "西", "西", "西", "西", "南", "南", "南", "南", "南", "南")
                                .text()
                                .getBytes(StandardCharsets.UTF_8))
                .orThrow()
                .id();
        String page = page("/budgeting/" + id + "?by=district");
        assertThat(page).contains("东、西（人数少，合在一起）", "少于5人的组");
        assertThat(json("/api/v1/budgeting/" + id)
                        .at("/rules/0/groups/district")
                        .toString())
                .contains("\"name\":\"东+西\",\"of\":[\"东\",\"西\"],\"voters\":7")
                .doesNotContain("\"name\":\"东\"");
        assertThat(page("/budgeting/" + id + "/numbers.csv"))
                .contains("district,东+西,voters,7")
                .doesNotContain("district,东,", "district,西,");
        assertThat(page("/budgeting/" + id + "/numbers.pb"))
                .as("as it was uploaded")
                .contains("0;a;东");
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
                .contains("mes/cost,rule,mes/cost,satisfied_share,13,25", "mes/cost,round,a,TAKEN,5,2\r\n");
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
