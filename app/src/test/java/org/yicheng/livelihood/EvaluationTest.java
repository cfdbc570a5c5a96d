package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Sittings;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.State;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Figures;
import org.yicheng.livelihood.delivery.ResidentRatings.Stars;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** What deputies and what residents say of delivered projects: two ratings, never one. */
@YichengTest
class EvaluationTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    @Autowired
    Rounds rounds;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Evaluations evaluations;

    @Autowired
    ResidentRatings ratings;

    @Autowired
    Appraisals appraisals;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @LocalServerPort
    int port;

    private String body = "";
    private String sitting = "";
    private String organ = "";
    private UUID round = new UUID(0, 0);
    private List<UUID> people = List.of();

    @BeforeEach
    void aCongressThatMeets() {
        on(LocalDate.of(2023, 8, 1));
        body = "rate-" + UUID.randomUUID().toString().substring(0, 8);
        sitting = body + "-1";
        organ = "organ-" + body;
        people = congress.congress(body, 4);
        organs.add(new Organ(organ, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(TODAY);
        congress.sitting(sitting, body);
        congress.signIn(sitting, body, 0, 4);
        sittings.open(sitting).orThrow();
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private UUID planned(String title) {
        return deliveries
                .plan(
                        round,
                        new Delivery.Plan(
                                title,
                                "演示公告〔2024〕1号",
                                organ,
                                new Delivery.Goal("目标", 120, "座"),
                                TODAY,
                                List.of(new Delivery.Source("市级财政", 3_000_000_00L)),
                                "每月检查一次"),
                        List.of(new Step("竣工", 100, TODAY)))
                .orThrow()
                .id();
    }

    private UUID accepted(String title) {
        UUID id = planned(title);
        deliveries.reach(id, 1, TODAY, "已竣工").orThrow();
        deliveries.accept(id, "演示验收单", "演示街道").orThrow();
        return id;
    }

    private State state(UUID delivery) {
        return deliveries.byId(delivery).orElseThrow().state();
    }

    private void vote(Appraisal appraisal, List<List<Grade>> papers) {
        appraisals.open(appraisal.id()).orThrow();
        for (int i = 0; i < papers.size(); i++) {
            appraisals.cast(appraisal.id(), people.get(i), papers.get(i)).orThrow();
        }
        appraisals.close(appraisal.id()).orThrow();
        appraisals.declare(appraisal.id()).orThrow();
    }

    @Test
    void whatDeputiesDeclareStandsOnEachProject() {
        UUID shelters = accepted("候车亭");
        UUID parking = accepted("停车位");
        UUID school = planned("学校");
        Appraisal paper = evaluations.prepare(round, sitting, Form.ELECTRONIC).orThrow();
        assertThat(paper.items()).extracting(Appraisals.Item::title).containsExactly("候车亭", "停车位");
        assertThat(codes(evaluations.prepare(round, sitting, Form.PAPER)))
                .containsExactly("livelihood.evaluation-none");
        vote(
                paper,
                List.of(
                        List.of(Grade.SATISFIED, Grade.SATISFIED),
                        List.of(Grade.BASICALLY, Grade.NOT_SATISFIED),
                        List.of(Grade.SATISFIED, Grade.ABSTAIN)));
        Evaluation evaluation = evaluations.of(shelters).orElseThrow();
        assertThat(evaluation.tally()).isEqualTo(new Tally(2, 1, 0, 0));
        assertThat(evaluation.tally().percents())
                .extracting(Object::toString)
                .containsExactly("66.67", "33.33", "0.00", "0.00");
        assertThat(evaluation.issued()).isEqualTo(4);
        assertThat(evaluation.day()).isEqualTo(TODAY);
        assertThat(evaluations.of(parking).orElseThrow().tally()).isEqualTo(new Tally(1, 0, 1, 1));
        assertThat(state(shelters)).isEqualTo(State.EVALUATED);
        assertThat(state(school)).isEqualTo(State.PLANNED);
        assertThat(codes(evaluations.prepare(round, sitting, Form.ELECTRONIC)))
                .containsExactly("livelihood.evaluation-none");
        assertThat(journal.firstFault()).isEmpty();
    }

    /** A paper that was listed by hand cannot rate what is not accepted, twice, or in a foreign body. */
    @Test
    void nothingIsRatedTwiceOrBeforeItIsAccepted() {
        UUID shelters = accepted("候车亭");
        UUID school = planned("学校");
        vote(evaluations.prepare(round, sitting, Form.ELECTRONIC).orThrow(), List.of());
        Appraisal again = byHand(sitting, shelters, school, UUID.randomUUID());
        assertThat(codes(appraisals.open(again.id())))
                .containsExactly(
                        "livelihood.evaluation-twice",
                        "livelihood.evaluation-not-accepted",
                        "livelihood.evaluation-stranger");
        String committee = body + "-other";
        congress.congress(committee, 2);
        congress.sitting(committee + "-1", committee);
        UUID parking = accepted("停车位");
        assertThat(codes(evaluations.prepare(round, committee + "-1", Form.PAPER)))
                .containsExactly("livelihood.evaluation-body");
        Appraisal foreign = byHand(committee + "-1", parking);
        assertThat(codes(appraisals.open(foreign.id()))).contains("livelihood.evaluation-body");
        sittings.close(sitting).orThrow();
        assertThat(codes(evaluations.prepare(round, sitting, Form.PAPER)))
                .as("the project stands on the other paper already")
                .containsExactly("livelihood.evaluation-closed", "livelihood.evaluation-none");
    }

    private Appraisal byHand(String in, UUID... projects) {
        List<NewItem> items = java.util.stream.Stream.of(projects)
                .map(project -> new NewItem(project.toString(), "livelihood-delivery:" + project))
                .toList();
        return appraisals
                .list(new Appraisals.NewAppraisal(
                        in, new Bilingual("测评", "Appraisal"), "livelihood-round:" + round, Form.ELECTRONIC, items))
                .orThrow();
    }

    @Test
    void theOwnerTakesOverWhatWasRated() {
        UUID shelters = accepted("候车亭");
        assertThat(codes(evaluations.handOver(shelters, TODAY, "演示移交单"))).containsExactly("livelihood.handover-state");
        vote(evaluations.prepare(round, sitting, Form.ELECTRONIC).orThrow(), List.of(List.of(Grade.SATISFIED)));
        assertThat(codes(evaluations.handOver(shelters, TODAY.plusDays(1), " ")))
                .containsExactly("livelihood.delivery-words", "livelihood.handover-day");
        assertThat(codes(evaluations.handOver(shelters, TODAY.minusDays(1), "演示移交单")))
                .containsExactly("livelihood.handover-day");
        evaluations.handOver(shelters, TODAY, "演示移交单").orThrow();
        assertThat(state(shelters)).isEqualTo(State.AFTERCARE);
        assertThat(evaluations.handover(shelters)).contains(new Evaluations.Handover(TODAY, "演示移交单"));
        assertThat(codes(evaluations.handOver(shelters, TODAY, "演示移交单"))).containsExactly("livelihood.handover-state");
    }

    // ---------------------------------------------------------------- residents

    @Test
    void aSlipRatesEachProjectOnceAndChangesUntilClosing() {
        UUID shelters = accepted("候车亭");
        UUID school = planned("学校");
        List<String> codes = ratings.issue(round, "演示社区", 6).orThrow().codes();
        assertThat(codes).hasSize(6).doesNotHaveDuplicates();
        assertThat(codes(ratings.paper(codes.getFirst()))).containsExactly("livelihood.rating-not-open");
        ratings.open(round).orThrow();
        assertThat(codes(ratings.open(round))).containsExactly("livelihood.rating-opened");
        assertThat(codes(ratings.rate("2222-2222-2222", List.of(new Stars(shelters, 5)))))
                .containsExactly("livelihood.slip-unknown");
        assertThat(codes(ratings.rate(codes.getFirst(), List.of()))).containsExactly("livelihood.rating-empty");
        assertThat(codes(ratings.rate(
                        codes.getFirst(),
                        List.of(
                                new Stars(shelters, 6),
                                new Stars(shelters, 1),
                                new Stars(school, 3),
                                new Stars(UUID.randomUUID(), 3)))))
                .containsExactly(
                        "livelihood.rating-stars",
                        "livelihood.rating-stranger",
                        "livelihood.evaluation-not-accepted",
                        "livelihood.rating-stranger");
        int[] stars = {5, 5, 4, 3, 1};
        for (int i = 0; i < stars.length; i++) {
            ratings.rate(codes.get(i), List.of(new Stars(shelters, 2))).orThrow();
            ratings.rate(codes.get(i).toLowerCase(java.util.Locale.ROOT), List.of(new Stars(shelters, stars[i])))
                    .orThrow();
        }
        assertThat(ratings.paper(codes.getFirst()).orThrow().own()).isEqualTo(Map.of(shelters, 5));
        assertThat(ratings.of(shelters)).as("no figures before closing").isEmpty();
        assertThat(ratings.batches(round).getFirst().used()).isEqualTo(5);
        ratings.close(round).orThrow();
        Figures figures = ratings.of(shelters).orElseThrow();
        assertThat(figures.counts()).containsExactly(1, 0, 1, 1, 2);
        assertThat(figures.fraction()).isEqualTo("18/5");
        assertThat(figures.mean()).hasToString("3.6");
        assertThat(codes(ratings.rate(codes.getFirst(), List.of(new Stars(shelters, 1)))))
                .containsExactly("livelihood.rating-closed");
        assertThat(codes(ratings.close(round))).containsExactly("livelihood.rating-closed");
        assertThat(codes(ratings.issue(round, "", 301)))
                .containsExactly("livelihood.rating-closed", "livelihood.delivery-words", "livelihood.slips-number");
        assertThat(evaluations.of(shelters))
                .as("residents do not rate for deputies")
                .isEmpty();
        assertThat(state(shelters)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void fewRatingsAreNotPublishedAndNoCodeIsKept() {
        assertThat(codes(ratings.open(round))).containsExactly("livelihood.rating-nothing");
        UUID shelters = accepted("候车亭");
        ratings.open(round).orThrow();
        List<String> codes = ratings.issue(round, "演示社区", 4).orThrow().codes();
        codes.forEach(
                code -> ratings.rate(code, List.of(new Stars(shelters, 4))).orThrow());
        ratings.close(round).orThrow();
        assertThat(ratings.of(shelters)).as("four of five").isEmpty();
        List<String> kept =
                jdbc.queryForList("select digest from livelihood.slip where round = ?", String.class, round);
        assertThat(kept).hasSize(4).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(journal.latest(new Journal.ActFilter("livelihood.rating.receive", "", Optional.empty(), 100)))
                .allSatisfy(act -> assertThat(act.facts()).isEmpty());
    }

    /** Means of whole stars are exact: 64/15 is 4.266…, shown 4.3; 17/4 is 4.25, shown 4.3 too. */
    @Test
    void theMeanIsExactAndShownWithOneDecimal() {
        assertThat(new Figures(List.of(0, 0, 2, 7, 6)).fraction()).isEqualTo("64/15");
        assertThat(new Figures(List.of(0, 0, 2, 7, 6)).mean()).hasToString("4.3");
        assertThat(new Figures(List.of(0, 0, 0, 3, 1)).mean()).hasToString("4.3");
        assertThat(new Figures(List.of(0, 0, 0, 0, 8)).fraction()).isEqualTo("5/1");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(csrf()).header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse();
    }

    @Test
    void aResidentRatesOnThePublicPageAtAHumanPace() throws Exception {
        UUID shelters = accepted("候车亭");
        ratings.open(round).orThrow();
        String code = ratings.issue(round, "演示社区", 1).orThrow().codes().getFirst();
        assertThat(Http.get(port, "/livelihood/rate?code=" + code, "").text()).contains(code);
        String page = send(post("/livelihood/rate").param("code", code)).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("候车亭", "很好");
        Matcher stamp = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"").matcher(page);
        assertThat(stamp.find()).isTrue();
        MockHttpServletRequestBuilder paper = post("/livelihood/rate/stars")
                .param("code", code)
                .param("stamp", stamp.group(1))
                .param("stars-" + shelters, "4");
        assertThat(send(paper).getStatus()).as("sooner than people read").isEqualTo(409);
        ((PlatformClock) clock).set(clock.instant().plus(Duration.ofSeconds(6)));
        assertThat(send(paper).getContentAsString(StandardCharsets.UTF_8)).contains("已记录");
        assertThat(ratings.paper(code).orThrow().own()).isEqualTo(Map.of(shelters, 4));
        assertThat(send(post("/livelihood/rate").param("code", "2222-2222-2222"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void bothRatingsStandApartOnPageReportAndRest() {
        UUID shelters = accepted("候车亭");
        String clerk = congress.token(body, Role.SECRETARIAT);
        Rest rest = new Rest(port);
        String base = "/livelihood/rounds/" + round;
        rest.post(clerk, base + "/rating/open");
        for (String code : ratings.issue(round, "演示社区", 5).orThrow().codes()) {
            rest.post(
                    "",
                    "/livelihood/ratings",
                    Map.of("code", code, "stars", List.of(Map.of("delivery", shelters.toString(), "stars", 5))));
        }
        rest.post(clerk, base + "/rating/close");
        String appraisal = rest.post(clerk, base + "/appraisals", Map.of("sitting", sitting, "form", "ELECTRONIC"))
                .get("id")
                .asString();
        vote(
                appraisals.byId(UUID.fromString(appraisal)).orElseThrow(),
                Collections.nCopies(4, List.of(Grade.BASICALLY)));
        rest.post(
                clerk,
                "/livelihood/deliveries/" + shelters + "/handover",
                Map.of("day", TODAY.toString(), "document", "演示移交单"));
        String page = Http.get(port, "/livelihood/deliveries/" + shelters, "").text();
        assertThat(page).contains("代表测评", "居民评价", "100.00%", "5.0", "演示移交单");
        JsonNode both = rest.get("", "/livelihood/deliveries/" + shelters + "/ratings");
        assertThat(both.get("deputies").get("tally").get("basically").asInt()).isEqualTo(4);
        assertThat(both.get("residents").get("mean").asString()).isEqualTo("5/1");
        Http.Answer report = Http.get(port, "/livelihood/rounds/" + round + "/deliveries/report.pdf", clerk);
        assertThat(report.status()).isEqualTo(200);
        String printed = Printed.of(report.content()).text();
        assertThat(printed.replaceAll("\\s", "")).contains("基本满意4票（100.00%）", "居民评价5份，平均5.0分");
        assertThat(Http.get(port, "/livelihood/rounds/" + round + "/evaluation", clerk)
                        .text())
                .contains("演示社区");
        assertThat(Http.get(port, base + "/deliveries.rss", "").text())
                .contains("候车亭：代表测评结果", "满意0，基本满意4，不满意0", "候车亭：居民评价结果", "平均5.0分", "候车亭：已移交管护");
    }
}
