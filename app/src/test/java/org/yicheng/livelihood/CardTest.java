package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.District.Box;
import org.yicheng.livelihood.District.Tile;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Card.Site;
import org.yicheng.livelihood.delivery.Card.Yearly;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Cards.NewRisk;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The card of a project: who answers, who helps, where, money by year, risks, reports; and the drawing of districts. */
@YichengTest
class CardTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    @Autowired
    Rounds rounds;

    @Autowired
    Districts districts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Cards cards;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @LocalServerPort
    int port;

    private String body = "";
    private String organ = "";
    private String helper = "";
    private Delivery delivery;

    @BeforeEach
    void aProject() {
        on(LocalDate.of(2023, 8, 1));
        body = "card-" + UUID.randomUUID().toString().substring(0, 8);
        organ = "organ-" + body;
        helper = "organ-help-" + body;
        congress.congress(body, 5);
        for (String id : List.of(organ, helper)) {
            organs.add(new Organ(id, new Bilingual("演示局" + id, "Demo bureau " + id), false, true))
                    .orThrow();
        }
        UUID round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(TODAY);
        districts.draw(body, List.of(east(), west())).orThrow();
        delivery = deliveries
                .plan(
                        round,
                        new Delivery.Plan(
                                "新建公交候车亭",
                                "演示公告〔2024〕1号",
                                organ,
                                new Delivery.Goal("新建候车亭", 120, "座"),
                                LocalDate.of(2024, 11, 30),
                                List.of(new Delivery.Source("市级财政", 300_00), new Delivery.Source("区级财政", 200_00)),
                                "每月检查"),
                        List.of(
                                new Step("开工", 40, LocalDate.of(2024, 6, 30)),
                                new Step("竣工", 60, LocalDate.of(2024, 11, 30))))
                .orThrow();
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    private static BigDecimal degrees(String text) {
        return new BigDecimal(text);
    }

    private static District district(String code, String name, Tile tile, String west, String east) {
        return new District(
                code,
                new Bilingual(name, "District " + code),
                name.substring(0, 2),
                tile,
                new Box(degrees("38"), degrees(west), degrees("39"), degrees(east)));
    }

    private static District east() {
        return district("01", "东城区", new Tile(1, 0, 1, 1), "114.5", "115");
    }

    private static District west() {
        return district("02", "西城区", new Tile(0, 0, 1, 1), "114", "114.5");
    }

    private static Site site(String name, String district, String latitude, String longitude) {
        return new Site(name, district, Optional.of(new Point(degrees(latitude), degrees(longitude))));
    }

    private Basics basics() {
        return new Basics(
                "分管副局长",
                "演示甲",
                List.of(helper),
                List.of(site("中心广场", "01", "38.5", "114.600001"), new Site("西站", "02", Optional.empty())),
                List.of(
                        new Yearly("市级财政", 2024, 200_00),
                        new Yearly("市级财政", 2025, 100_00),
                        new Yearly("区级财政", 2024, 200_00)));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private List<String> acts() {
        return journal
                .latest(new Journal.ActFilter("", "livelihood-delivery:" + delivery.id(), Optional.empty(), 10))
                .reversed()
                .stream()
                .map(Act::verb)
                .toList();
    }

    @Test
    void theBasicsAreEnteredAndEachVersionIsAnAct() {
        assertThat(cards.of(delivery.id()).version()).isZero();
        Card card = cards.describe(delivery.id(), 0, basics()).orThrow();
        assertThat(card.basics()).isEqualTo(basics());
        assertThat(card.districts()).containsExactly("01", "02");
        assertThat(card.basics().years()).containsExactly(2024, 2025);
        assertThat(codes(cards.describe(delivery.id(), 0, basics()))).containsExactly("livelihood.card-stale");
        assertThat(cards.describe(delivery.id(), 1, basics()).orThrow().version())
                .isEqualTo(2);
        assertThat(acts())
                .containsExactly(
                        "livelihood.delivery.plan", "livelihood.delivery.describe", "livelihood.delivery.describe");
    }

    @Test
    void theBasicsAreRefusedWithEveryReason() {
        Basics bad = new Basics(
                "",
                " ",
                List.of("organ-none", organ, helper, helper),
                List.of(
                        site("无此区", "09", "38.5", "114.6"),
                        site("经纬颠倒", "01", "114.6", "38.5"),
                        site("在西边", "01", "38.5", "114.4"),
                        site("太细", "01", "38.5000001", "114.6")),
                List.of(
                        new Yearly("彩票公益金", 2024, 1),
                        new Yearly("市级财政", 2022, 100_00),
                        new Yearly("市级财政", 2024, 100_00),
                        new Yearly("市级财政", 2024, 99_99),
                        new Yearly("区级财政", 2024, 0)));
        assertThat(codes(cards.describe(delivery.id(), 0, bad)))
                .containsExactly(
                        "livelihood.delivery-words",
                        "livelihood.delivery-words",
                        "livelihood.delivery-organ",
                        "livelihood.card-assists-already",
                        "livelihood.card-assists-already",
                        "livelihood.card-district",
                        "livelihood.card-degrees",
                        "livelihood.card-outside",
                        "livelihood.card-degrees",
                        "livelihood.card-source",
                        "livelihood.card-year",
                        "livelihood.card-yearly-twice",
                        "livelihood.card-amount",
                        "livelihood.card-yearly-sum",
                        "livelihood.card-yearly-sum");
        assertThat(cards.of(delivery.id()).version()).isZero();
    }

    @Test
    void aRiskIsOpenUntilItIsClosedOnce() {
        Card card = cards.risk(delivery.id(), new NewRisk("冬季不能浇筑", "提前完成基础", TODAY))
                .orThrow();
        assertThat(card.open()).hasSize(1);
        assertThat(codes(cards.close(delivery.id(), 1, TODAY.minusDays(1), "")))
                .containsExactly("livelihood.delivery-words", "livelihood.card-before");
        assertThat(codes(cards.close(delivery.id(), 2, TODAY.plusDays(1), "完成")))
                .containsExactly("livelihood.card-ahead", "livelihood.risk.unknown");
        Card closed = cards.close(delivery.id(), 1, TODAY, "基础全部完成").orThrow();
        assertThat(closed.open()).isEmpty();
        assertThat(closed.risks().getFirst().outcome()).isEqualTo("基础全部完成");
        assertThat(codes(cards.close(delivery.id(), 1, TODAY, "再次"))).containsExactly("livelihood.card-risk-closed");
        assertThat(codes(cards.risk(delivery.id(), new NewRisk("", "", TODAY.plusDays(1)))))
                .containsExactly("livelihood.delivery-words", "livelihood.delivery-words", "livelihood.card-ahead");
    }

    @Test
    void whatTheOrganReportsStandsBesideTheMilestonesAndNeverInTheirPlace() {
        deliveries.reach(delivery.id(), 1, TODAY, "已开工").orThrow();
        Card card =
                cards.report(delivery.id(), new NewReport(TODAY, 55, "已安装66座")).orThrow();
        assertThat(card.latest().orElseThrow().percent()).isEqualTo(55);
        assertThat(deliveries.byId(delivery.id()).orElseThrow().progress()).isEqualTo(40);
        assertThat(codes(cards.report(delivery.id(), new NewReport(TODAY.minusDays(1), 101, " "))))
                .containsExactly("livelihood.delivery-words", "livelihood.card-before", "livelihood.card-percent");
        assertThat(codes(cards.report(delivery.id(), new NewReport(TODAY.plusDays(1), -1, "x"))))
                .containsExactly("livelihood.card-ahead", "livelihood.card-percent");
        deliveries.reach(delivery.id(), 2, TODAY, "竣工").orThrow();
        deliveries.accept(delivery.id(), "验收单", "演示街道").orThrow();
        assertThat(codes(cards.report(delivery.id(), new NewReport(TODAY, 100, "完成"))))
                .containsExactly("livelihood.delivery-stands");
    }

    @Test
    void aDrawingIsRefusedWithEveryReason() {
        cards.describe(delivery.id(), 0, basics()).orThrow();
        assertThat(codes(districts.draw(body, List.of())))
                .containsExactly("livelihood.districts-n", "livelihood.district-used", "livelihood.district-used");
        District bad = new District(
                "01",
                new Bilingual("", "x"),
                "五个字的名",
                new Tile(0, 0, 2, 1),
                new Box(degrees("39"), degrees("114"), degrees("38"), degrees("115")));
        District off = district("03", "北城区", new Tile(30, 0, 1, 1), "114", "115");
        assertThat(codes(districts.draw(body, List.of(east(), west(), bad, off))))
                .containsExactly(
                        "livelihood.district-words",
                        "livelihood.district-twice",
                        "livelihood.district-box",
                        "livelihood.district-overlap",
                        "livelihood.district-overlap",
                        "livelihood.district-tile");
        assertThat(districts.of(body)).containsExactly(east(), west());
    }

    @Test
    void overRestTheOrganKeepsTheCardAndTheClerkTheDrawing() {
        Rest rest = new Rest(port);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String handler = congress.token(organ, Role.HANDLER);
        String other = congress.token(helper, Role.HANDLER);
        String path = "/livelihood/deliveries/" + delivery.id();
        Map<String, Object> asked = Map.of("basedOn", 0, "basics", basics());
        rest.put(handler, path + "/card", asked);
        assertThat(rest.refused(other, path + "/risks", Map.of("risk", "a", "measure", "b", "found", TODAY))
                        .status())
                .isEqualTo(403);
        rest.post(handler, path + "/risks", Map.of("risk", "a", "measure", "b", "found", TODAY));
        rest.post(handler, path + "/risks/1/closure", Map.of("closed", TODAY, "outcome", "c"));
        rest.post(handler, path + "/reports", Map.of("reported", TODAY, "percent", 20, "report", "d"));
        JsonNode card = rest.get("", path + "/card");
        assertThat(card.get("basics")
                        .get("sites")
                        .get(0)
                        .get("point")
                        .get("latitude")
                        .decimalValue())
                .isEqualByComparingTo("38.5");
        assertThat(card.get("risks").get(0).get("outcome").asString()).isEqualTo("c");
        assertThat(card.get("reports").get(0).get("percent").asInt()).isEqualTo(20);
        String drawing = "/bodies/" + body + "/livelihood/districts";
        assertThat(rest.get("", drawing)).hasSize(2);
        rest.put(clerk, drawing, Map.of("districts", List.of(west(), east())));
        assertThat(rest.get("", drawing).get(0).get("code").asString()).isEqualTo("02");
    }

    @Test
    void theClerkTypesTheDrawingAsLines() throws Exception {
        String clerk = congress.token(body, Role.SECRETARIAT);
        String path = "/bodies/" + body + "/livelihood/districts";
        assertThat(new Rest(port).page(clerk, path, "zh-CN")).contains("共2个区县", ">东城</text>");
        String unread = "03，南城区，South，南城，0，1，1，1，37.0，114.0，38.0";
        assertThat(drawn(clerk, unread + "\n\n" + unread + "，x").getContentAsString(StandardCharsets.UTF_8))
                .contains("这一行读不懂：“" + unread + "”。每行须有12项", "这一行读不懂：“" + unread + "，x”")
                .contains("href=\"#f-districts\"", unread + "，x</textarea>");
        assertThat(drawn(clerk, unread + "，113.0").getContentAsString(StandardCharsets.UTF_8))
                .contains("“南城”的四至不行");
        assertThat(districts.of(body)).containsExactly(east(), west());
        assertThat(drawn(clerk, unread + "\t115.50").getStatus()).isEqualTo(302);
        assertThat(districts.of(body)).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("03");
            assertThat(one.box().east()).isEqualByComparingTo("115.5");
        });
    }

    /** A few characters that would fill the memory when they are written out. */
    @Test
    void aGiganticPowerOfTenIsNoDegrees() throws Exception {
        String clerk = congress.token(body, Role.SECRETARIAT);
        String line = "03，南城区，South，南城，0，1，1，1，37.0，114.0，";
        assertThat(drawn(clerk, line + "1e999999999，115.0").getContentAsString(StandardCharsets.UTF_8))
                .contains("这一行读不懂");
        String sent = """
                {"districts":[{"code":"03","name":{"zh":"南城区","en":"South"},"brief":"南城",
                 "tile":{"column":0,"row":1,"columns":1,"rows":1},
                 "box":{"south":1e-999999999,"west":114.0,"north":1e999999999,"east":115.0}}]}""";
        assertThat(web.perform(put("/api/v1/bodies/" + body + "/livelihood/districts")
                                .contentType("application/json")
                                .content(sent)
                                .header("Authorization", "Bearer " + clerk))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        assertThat(districts.of(body)).containsExactly(east(), west());
    }

    private MockHttpServletResponse drawn(String token, String lines) throws Exception {
        return web.perform(post("/bodies/" + body + "/livelihood/districts")
                        .param("districts", lines)
                        .header("Authorization", "Bearer " + token)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String token, String path, Map<String, String> form) throws Exception {
        var request = post("/livelihood/deliveries/" + delivery.id() + path)
                .header("Authorization", "Bearer " + token)
                .with(csrf());
        form.forEach(request::param);
        return web.perform(request).andReturn().getResponse();
    }

    @Test
    void onThePageTheOrganFillsInTheCardAndEverybodyReadsIt() throws Exception {
        String handler = congress.token(organ, Role.HANDLER);
        assertThat(send(
                                handler,
                                "/card",
                                Map.of(
                                        "version", "0",
                                        "office", "分管副局长",
                                        "person", "演示甲",
                                        "sites", "中心广场，东城区，三十八度，114.6",
                                        "yearly", "市级财政，2024"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("“三十八度”不是经纬度", "须有3项", "value=\"演示甲\"");
        MockHttpServletResponse sent = send(
                handler,
                "/card",
                Map.of(
                        "version", "0",
                        "office", "分管副局长",
                        "person", "演示甲",
                        "assisting", helper,
                        "sites", "中心广场，东城区，38.5，114.6\n西站，西城",
                        "yearly", "市级财政，2024，300\n区级财政，2025，200.00"));
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(send(handler, "/risks", Map.of("risk", "冬季", "measure", "提前", "found", "2024-03-01"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(handler, "/risks/closure", Map.of("number", "1", "closed", "2024-03-01", "outcome", "已避开"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(handler, "/reports", Map.of("reported", "2024-03-01", "percent", "5", "report", "进场"))
                        .getStatus())
                .isEqualTo(303);
        Rest rest = new Rest(port);
        String page = rest.page("", "/livelihood/deliveries/" + delivery.id(), "zh-CN");
        assertThat(page)
                .contains("演示甲", "演示局" + helper, "中心广场", "东城区", "北纬38.5°", "2025年（元）")
                .contains("已避开", "责任单位2024年3月1日报告完成5%", "完成0%")
                .doesNotContain("填写项目卡");
        assertThat(rest.page(handler, "/livelihood/deliveries/" + delivery.id(), "zh-CN"))
                .contains("填写项目卡", "中心广场，东城区，38.5，114.6", "西站，西城区", "区级财政，2025，200.00");
        assertThat(rest.page("", "/livelihood/deliveries/" + delivery.id() + "?lang=en", "en"))
                .contains("Places", "reported 5%");
    }

    @Test
    void theListDrawsTheProjectsOverTheDistrictsAndSaysTheSameAsATable() {
        Rest rest = new Rest(port);
        String list = "/livelihood/rounds/" + delivery.round() + "/deliveries";
        assertThat(rest.page("", list, "zh-CN")).doesNotContain("项目分布");
        cards.describe(delivery.id(), 0, basics()).orThrow();
        assertThat(rest.page("", list, "zh-CN"))
                .contains("项目分布", "sketch-name", ">东城</text>")
                .contains(
                        "<a href=\"/livelihood/deliveries/" + delivery.id() + "\" aria-label=\"1号 新建公交候车亭，中心广场，按计划\">")
                .contains("sketch-ok", "地点一览（2处）", "北纬38.5°");
    }
}
