package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Equation;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Quota;
import org.yicheng.proposals.statistics.Statistics.Cell;
import org.yicheng.proposals.statistics.Statistics.Scope;
import org.yicheng.proposals.statistics.Tally;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure is what its list holds, everything received is somewhere, and what does not add up is said. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTest extends StatisticsYear {

    private static Scope scope(String body, LocalDate on) {
        return new Scope(body, Optional.empty(), Optional.empty(), Optional.empty(), on);
    }

    private ResultActions ask(String address) throws Exception {
        return web.perform(get(URI.create(address)).header("Authorization", "Bearer " + token));
    }

    private String page(String address) throws Exception {
        return ask(address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    // ---------------------------------------------------------------- figures

    @Test
    void everythingReceivedIsSomewhereAndEveryRateIsExact() {
        Tally tally = statistics.count(scope(BODY, END));
        Map<Measure, Long> counts = tally.all().counts();
        assertThat(counts)
                .containsEntry(Measure.SUBMITTED, 16L)
                .containsEntry(Measure.FILED, 8L)
                .containsEntry(Measure.NOT_FILED, 4L)
                .containsEntry(Measure.WITHDRAWN, 1L)
                .containsEntry(Measure.UNDECIDED, 3L)
                .containsEntry(Measure.SENT_BACK, 1L)
                .containsEntry(Measure.LETTER, 1L)
                .containsEntry(Measure.NOT_ADMITTED, 1L)
                .containsEntry(Measure.RETURNED, 1L)
                .containsEntry(Measure.CONVERTED, 1L)
                .containsEntry(Measure.FROM_MOTION, 1L)
                .containsEntry(Measure.MERGED, 1L)
                .containsEntry(Measure.UNASSIGNED, 1L)
                .containsEntry(Measure.ASSIGNED, 7L)
                .containsEntry(Measure.REPLIED, 4L)
                .containsEntry(Measure.ON_TIME, 3L)
                .containsEntry(Measure.LATE, 1L)
                .containsEntry(Measure.MET, 2L)
                .containsEntry(Measure.JUDGED, 3L)
                .containsEntry(Measure.SATISFIED, 1L)
                .containsEntry(Measure.BASICALLY, 1L)
                .containsEntry(Measure.DISSATISFIED, 1L)
                .containsEntry(Measure.ATTITUDE, 3L)
                .containsEntry(Measure.SOLVED, 1L)
                .containsEntry(Measure.PROMISES_DUE, 2L)
                .containsEntry(Measure.PROMISES_KEPT, 1L);
        assertThat(tally.reconciles()).isTrue();
        assertThat(tally.all().rate(Quota.REPLY).percent(2)).contains(new java.math.BigDecimal("57.14"));
        assertThat(tally.all().rate(Quota.SATISFACTION).fraction()).contains("2/3");
        assertThat(tally.by(By.ORGAN)).extracting(Tally.Group::key).containsExactly(ROADS, MONEY, "");
    }

    @Test
    void aFormerDayIsCountedAsItStood() {
        Tally february = statistics.count(scope(BODY, LocalDate.of(2024, 2, 5)));
        assertThat(february.all().counts())
                .containsEntry(Measure.SUBMITTED, 8L)
                .containsEntry(Measure.ASSIGNED, 7L)
                .containsEntry(Measure.REPLIED, 0L)
                .containsEntry(Measure.PROMISES_DUE, 0L);
        Tally april = statistics.count(scope(BODY, LocalDate.of(2024, 4, 19)));
        assertThat(april.all().counts())
                .containsEntry(Measure.REPLIED, 3L)
                .containsEntry(Measure.JUDGED, 2L)
                .containsEntry(Measure.DISSATISFIED, 0L);
        assertThat(statistics.count(scope(BODY, LocalDate.of(2024, 1, 9))).all().count(Measure.SUBMITTED))
                .isZero();
        assertThat(february.reconciles() && april.reconciles()).isTrue();
    }

    @Test
    void everyFigureIsTheLengthOfItsList() {
        for (String body : List.of(BODY, CPPCC)) {
            for (LocalDate on : List.of(LocalDate.of(2024, 2, 6), LocalDate.of(2024, 4, 30), END)) {
                Scope scope = scope(body, on);
                Tally tally = statistics.count(scope);
                for (Measure measure : Measure.values()) {
                    holds(scope, measure, Optional.empty(), tally.all().count(measure));
                    for (By by : By.values()) {
                        tally.by(by)
                                .forEach(group -> holds(
                                        scope,
                                        measure,
                                        Optional.of(new Cell(by, group.key())),
                                        group.figures().count(measure)));
                    }
                }
            }
        }
    }

    private void holds(Scope scope, Measure measure, Optional<Cell> cell, long figure) {
        assertThat(statistics.behind(scope, measure, cell, 0, 1000))
                .as(scope + " " + measure + " " + cell)
                .hasSize(Math.toIntExact(figure));
        assertThat(statistics.length(scope, measure, cell)).isEqualTo(figure);
    }

    @Test
    void proposalsAreFiledOrPassedOn() {
        Tally tally = statistics.count(scope(CPPCC, END));
        assertThat(tally.all().counts())
                .containsEntry(Measure.SUBMITTED, 2L)
                .containsEntry(Measure.FILED, 1L)
                .containsEntry(Measure.UNASSIGNED, 1L)
                .containsEntry(Measure.PUBLIC_OPINION, 1L);
        assertThat(tally.by(By.GROUP)).extracting(Tally.Group::key).containsExactly("长安区");
    }

    // ---------------------------------------------------------------- page, files, interface

    private static final Pattern LINK = Pattern.compile("<a href=\"(/handling/statistics/list[^\"]*)\">([0-9,]+)<");
    private static final Pattern ROW = Pattern.compile("<tr role=\"row\"><td");

    @Test
    void everyLinkOnThePageOpensAListOfThatLength() throws Exception {
        String page = page("/handling/statistics?body=" + BODY + "&on=" + END + "&by=GROUP");
        assertThat(page).contains("全部等式成立").doesNotContain("不相符</span>");
        List<MatchResult> links = LINK.matcher(page).results().toList();
        assertThat(links).hasSizeGreaterThan(60);
        for (String address :
                links.stream().map(link -> link.group(1)).distinct().toList()) {
            String list = ask(HtmlUtils.htmlUnescape(address))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            long figure = links.stream()
                    .filter(link -> link.group(1).equals(address))
                    .map(link -> Long.parseLong(link.group(2).replace(",", "")))
                    .reduce((one, other) -> {
                        assertThat(other).isEqualTo(one);
                        return one;
                    })
                    .orElseThrow();
            assertThat(ROW.matcher(list).results().count()).as(address).isEqualTo(figure);
        }
    }

    @Test
    void theInterfaceAnswersTheSameAndTheSpreadsheetCanBeReckonedWith() throws Exception {
        String address = "/api/v1/bodies/" + BODY + "/handling-statistics";
        JsonNode answer = new JsonMapper().readTree(page(address + "?on=" + END));
        Tally tally = statistics.count(scope(BODY, END));
        assertThat(answer.path("reconciles").asBoolean()).isTrue();
        assertThat(answer.path("rates").path("LANDED").path("percent").asDouble())
                .isEqualTo(50);
        for (Measure measure : Measure.values()) {
            assertThat(answer.path("counts").path(measure.name()).asLong())
                    .isEqualTo(tally.all().count(measure));
        }
        JsonNode list =
                new JsonMapper().readTree(page(address + "/list?measure=MET&group=ORGAN:" + ROADS + "&on=" + END));
        assertThat(list.path("total").asLong()).isEqualTo(2);
        assertThat(list.path("items").size()).isEqualTo(2);
        byte[] file = ask(address + "/file.xlsx?on=" + END)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            Row all = book.getSheetAt(0).getRow(1);
            assertThat(all.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(all.getCell(2).getNumericCellValue()).isEqualTo(16);
        }
        ask(address + "?on=2124-01-01").andExpect(status().is4xxClientError());
        String refused = ask(address + "?rounding=WILD&places=x&on=soon")
                .andExpect(status().is4xxClientError())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(refused).contains("WILD", "soon", "\"x\"");
    }

    @Test
    void sharesAddToAHundredUnlessTheyAreRoundedOneByOne() throws Exception {
        String address = "/api/v1/bodies/" + BODY + "/handling-statistics?places=0&on=" + LocalDate.of(2024, 4, 30);
        List<String> largest = shares(address, "OUTCOME");
        assertThat(largest).hasSize(4).contains("0");
        List<String> remainder = shares(address, "GROUP");
        assertThat(remainder.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(100);
        assertThat(shares(address + "&rounding=plain", "OUTCOME")).contains("33", "33", "33");
        assertThat(largest.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(100);
    }

    private List<String> shares(String address, String by) throws Exception {
        List<String> shares = new ArrayList<>();
        new JsonMapper()
                .readTree(page(address))
                .path("groups")
                .path(by)
                .forEach(group -> shares.add(group.path("share").asString()));
        return shares;
    }

    @Test
    void theReportIsPrintedAndWhatDoesNotAddUpIsSaidAndNotPrinted() throws Exception {
        String query = "?body=" + BODY + "&on=" + END;
        byte[] report = ask("/handling/statistics.pdf" + query)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(report, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        ask("/handling/statistics.docx" + query).andExpect(status().isOk());

        at("2024-02-05T09:00:00+08:00");
        UUID lost = deputy(OTHER, 1, () -> filings.draft(OTHER, Kind.SUGGESTION, TEXT))
                .orThrow()
                .id();
        deputy(OTHER, 1, () -> filings.submit(lost, true)).orThrow();
        jdbc.sql("insert into proposals.passage (filing, state, at) values (:id, 'LOST', :at)")
                .param("id", lost)
                .param("at", OffsetDateTime.parse("2024-02-06T09:00:00+08:00"))
                .update();
        at("2024-07-01T09:00:00+08:00");
        Tally tally = statistics.count(scope(OTHER, END));
        assertThat(tally.reconciles()).isFalse();
        assertThat(Equation.ALL.getFirst().holds(tally.all())).isFalse();
        String page = page("/handling/statistics?body=" + OTHER + "&on=" + END);
        assertThat(page).contains("合计不符", "不相符</span>", "role=\"alert\"");
        ask("/handling/statistics.pdf?body=" + OTHER + "&on=" + END).andExpect(status().isConflict());
    }

    @Test
    void themesAreGroupedByTheMachineAndFollowWhatPeopleSaid() throws Exception {
        catalogue.follow();
        String address = "/api/v1/bodies/" + BODY + "/themes";
        JsonNode before =
                new JsonMapper().readTree(page(address)).path("themes").path(0);
        int members = before.path("lines").size();
        assertThat(members).isGreaterThan(5);
        assertThat(before.path("counts").path("ORGAN").toString()).contains(ROADS, "未交办");
        String text = before.path("lines").path(0).path("title").path("zh").asString();
        String entry = before.path("lines").path(1).path("id").asString();
        assertThat(page("/handling/themes?body=" + BODY)).contains("机器归并，由人更正", "不属于这个主题", text);

        web.perform(post("/handling/themes/corrections")
                        .header("Authorization", "Bearer " + token)
                        .param("body", BODY)
                        .param("text", text)
                        .param("entry", entry))
                .andExpect(status().isSeeOther());
        JsonNode after = new JsonMapper().readTree(page(address)).path("themes").path(0);
        assertThat(after.path("lines").size()).isEqualTo(members - 1);
        assertThat(after.path("lines").toString()).doesNotContain(entry);
        assertThat(corrections.after(0))
                .anySatisfy(one -> assertThat(one.entry()).isEqualTo(entry));
    }

    @Test
    void anotherBodysFiguresAreClosed() throws Exception {
        UUID stranger = accounts.create(Accounts.Kind.DEVICE, "statistics-stranger", "演示", Optional.empty(), true)
                .id();
        accounts.giveRole(stranger, Role.SECRETARIAT, CPPCC);
        String other = accounts.issueToken(stranger, Instant.now().plusSeconds(360L * 24 * 3600));
        web.perform(get("/handling/statistics?body=" + BODY).header("Authorization", "Bearer " + other))
                .andExpect(status().isForbidden());
        web.perform(get("/api/v1/bodies/" + BODY + "/handling-statistics").header("Authorization", "Bearer " + other))
                .andExpect(status().isForbidden());
    }

    // ---------------------------------------------------------------- for everybody

    private ResultActions anybody(String address) throws Exception {
        return web.perform(get(URI.create(address)));
    }

    @Test
    void everybodyReadsTheYearInFiguresAndOpensNoList() throws Exception {
        String page = anybody("/suggestions/summary?body=" + BODY + "&year=2024")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("2024年办理情况").doesNotContain("/handling/statistics");
        String csv = anybody("/suggestions/summary.csv?body=" + BODY + "&year=2024")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow()).contains("办复率%");
    }

    @Test
    void theYearCountsWhatWasReceivedInItAndNothingElse() {
        Tally all = statistics.count(scope(BODY, END));
        long sum = all.by(By.YEAR).stream()
                .mapToLong(year -> statistics
                        .count(new Scope(
                                BODY,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Integer.valueOf(year.key())),
                                END))
                        .all()
                        .count(Measure.SUBMITTED))
                .sum();
        assertThat(sum).isEqualTo(all.all().count(Measure.SUBMITTED)).isPositive();
        assertThat(statistics
                        .count(new Scope(BODY, Optional.empty(), Optional.empty(), Optional.of(1999), END))
                        .all()
                        .count(Measure.SUBMITTED))
                .isZero();
    }

    @Test
    void theSummaryOverRestIsOpenAndRefusesAYearWithoutFilings() throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(anybody("/api/v1/bodies/" + BODY + "/suggestions-summary")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(answer.path("reconciles").asBoolean()).isTrue();
        assertThat(answer.path("counts").path("REPLIED").asLong()).isPositive();
        anybody("/api/v1/bodies/" + BODY + "/suggestions-summary?year=1999").andExpect(status().isNotFound());
    }
}
