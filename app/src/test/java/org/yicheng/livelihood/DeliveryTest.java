package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Sittings;
import org.yicheng.home.PlatformClock;
import org.yicheng.ledger.Books;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Decided;
import org.yicheng.livelihood.delivery.Deliveries.NewContract;
import org.yicheng.livelihood.delivery.Deliveries.Payment;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Contract;
import org.yicheng.livelihood.delivery.Delivery.Kind;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Delivery.State;
import org.yicheng.livelihood.delivery.Standing;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** From the plan to the acceptance; money within contracts, changes only by decision. */
@YichengTest
class DeliveryTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2024, 11, 30);
    private static final long BUDGET = 5_000_000_00L;
    private static final List<Step> STEPS = List.of(
            new Step("开工", 20, LocalDate.of(2024, 4, 30)),
            new Step("主体完工", 50, LocalDate.of(2024, 9, 30)),
            new Step("竣工", 30, DEADLINE));

    @Autowired
    Rounds rounds;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Documents documents;

    @Autowired
    Books books;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    Sittings sittings;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @LocalServerPort
    int port;

    private String body = "";
    private String organ = "";
    private UUID round = new UUID(0, 0);

    @BeforeEach
    void aRoundAndAnOrgan() {
        on(LocalDate.of(2023, 8, 1));
        body = "deliver-" + UUID.randomUUID().toString().substring(0, 8);
        organ = "organ-" + body;
        congress.congress(body, 5);
        organs.add(new Organ(organ, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(TODAY);
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    private Delivery.Plan plan() {
        return new Delivery.Plan(
                "新建公交候车亭",
                "演示公告〔2024〕1号",
                organ,
                new Delivery.Goal("在没有候车亭的公交站新建候车亭", 120, "座"),
                DEADLINE,
                List.of(new Delivery.Source("市级财政", 3_000_000_00L), new Delivery.Source("区级财政", 2_000_000_00L)),
                "每月检查一次");
    }

    private Delivery planned() {
        return deliveries.plan(round, plan(), STEPS).orThrow();
    }

    private Delivery contracted(long sum) {
        return deliveries
                .contract(planned().id(), new NewContract("候车亭制作安装", "演示建设公司", "演示合同1", sum))
                .orThrow();
    }

    private Ruling<Delivery> pay(Delivery delivery, long amount, String key) {
        return deliveries.pay(delivery.id(), 1, new Payment(amount, LocalDate.now(clock), "付款单" + key, key));
    }

    /** What the congress's standing committee adopted. */
    private UUID decision(String committee) {
        List<UUID> people = congress.people(3);
        congress.committee(committee, body, people);
        congress.sitting(committee + "-1", committee);
        congress.signIn(committee + "-1", committee, 0, 3);
        sittings.open(committee + "-1").orThrow();
        return ballots.adopted(committee, people);
    }

    private static Decided decided(UUID question, Kind kind) {
        return new Decided(question, kind, "演示理由", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void aPlanOpensTheProjectsBook() {
        Delivery delivery = planned();
        assertThat(delivery.number()).isOne();
        assertThat(delivery.state()).isEqualTo(State.PLANNED);
        assertThat(books.accounts(delivery.book()))
                .extracting(account -> account.code() + " " + account.balance())
                .containsExactly("1001 " + BUDGET, "4001.1 300000000", "4001.2 200000000");
        assertThat(planned().number()).isEqualTo(2);
    }

    @Test
    void aPlanIsRefusedWithEveryReason() {
        Delivery.Plan bad = new Delivery.Plan(
                " ", "", "organ-none", new Delivery.Goal("", 0, ""), TODAY.minusDays(1), List.of(), "");
        assertThat(codes(deliveries.plan(round, bad, List.of(new Step("开工", 60, TODAY), new Step("竣工", 50, TODAY)))))
                .containsExactly(
                        "livelihood.delivery-words",
                        "livelihood.delivery-words",
                        "livelihood.delivery-words",
                        "livelihood.delivery-words",
                        "livelihood.delivery-words",
                        "livelihood.delivery-goal",
                        "livelihood.delivery-past",
                        "livelihood.delivery-sources",
                        "livelihood.delivery-step-late",
                        "livelihood.delivery-step-late",
                        "livelihood.delivery-weights",
                        "livelihood.delivery-organ");
    }

    @Test
    void progressIsTheWeightsOfWhatIsReached() {
        UUID id = planned().id();
        assertThat(deliveries.reach(id, 1, TODAY, "已开工").orThrow().progress()).isEqualTo(20);
        assertThat(codes(deliveries.reach(id, 1, TODAY, "再次"))).containsExactly("livelihood.delivery-reached");
        assertThat(codes(deliveries.reach(id, 9, TODAY.plusDays(1), "")))
                .containsExactly(
                        "livelihood.milestone.unknown", "livelihood.delivery-ahead", "livelihood.delivery-words");
        assertThat(codes(deliveries.accept(id, "演示验收单", "演示街道"))).containsExactly("livelihood.delivery-not-done");
        deliveries.reach(id, 3, TODAY, "提前竣工").orThrow();
        Delivery done = deliveries.reach(id, 2, TODAY, "主体完工").orThrow();
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(deliveries.accept(id, "演示验收单", "演示街道").orThrow().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void contractsStayWithinTheMoneyAndPaymentsWithinTheContract() {
        Delivery delivery = contracted(4_000_000_00L);
        assertThat(codes(deliveries.contract(delivery.id(), new NewContract("监理", "演示监理", "演示合同2", 1_000_000_01L))))
                .containsExactly("livelihood.delivery-money");
        assertThat(pay(delivery, 4_000_000_00L, "a").orThrow().paid()).isEqualTo(4_000_000_00L);
        assertThat(pay(delivery, 4_000_000_00L, "a").orThrow().paid()).isEqualTo(4_000_000_00L);
        assertThat(codes(pay(delivery, 1, "b"))).containsExactly("ledger.above-cap");
        assertThat(books.check(delivery.book())).isEqualTo(new Books.Check(2, List.of()));
    }

    @Test
    void onlyTheStandingCommitteeChangesAPlan() {
        Delivery delivery = contracted(4_000_000_00L);
        pay(delivery, 4_000_000_00L, "a").orThrow();
        UUID question = decision(body + "-sc");
        Decided raise = new Decided(
                question,
                Kind.CHANGE,
                "工程量增加",
                Optional.of(DEADLINE.plusDays(31)),
                Optional.of(1),
                Optional.of(4_500_000_00L));
        assertThat(codes(deliveries.decide(delivery.id(), decided(UUID.randomUUID(), Kind.CHANGE))))
                .containsExactly("livelihood.delivery-undecided");
        Decided below =
                new Decided(question, Kind.CHANGE, "少付", Optional.empty(), Optional.of(1), Optional.of(3_999_999_99L));
        assertThat(codes(deliveries.decide(delivery.id(), below))).containsExactly("ledger.above-cap");
        Delivery changed = deliveries.decide(delivery.id(), raise).orThrow();
        assertThat(changed.plan().deadline()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(changed.milestones())
                .extracting(Milestone::planned)
                .containsExactly(LocalDate.of(2024, 5, 31), LocalDate.of(2024, 10, 31), LocalDate.of(2024, 12, 31));
        assertThat(pay(changed, 500_000_00L, "b").orThrow().paid()).isEqualTo(4_500_000_00L);
        assertThat(codes(deliveries.decide(delivery.id(), raise))).containsExactly("livelihood.delivery-decided");
    }

    @Test
    void anotherCongresssCommitteeDecidesNothing() {
        Delivery delivery = planned();
        String own = body;
        body = body + "-other";
        congress.congress(body, 3);
        UUID foreign = decision(body + "-sc");
        body = own;
        assertThat(codes(deliveries.decide(delivery.id(), decided(foreign, Kind.TERMINATE))))
                .containsExactly("livelihood.delivery-undecided");
    }

    @Test
    void whileSuspendedNothingIsDoneOrPaid() {
        Delivery delivery = contracted(1_000_000_00L);
        deliveries
                .decide(delivery.id(), decided(decision(body + "-sc"), Kind.SUSPEND))
                .orThrow();
        assertThat(codes(pay(delivery, 1, "a"))).containsExactly("livelihood.delivery-stands");
        assertThat(codes(deliveries.reach(delivery.id(), 1, TODAY, "开工")))
                .containsExactly("livelihood.delivery-stands");
        assertThat(Standing.of(deliveries.byId(delivery.id()).orElseThrow(), TODAY)
                        .light())
                .isEmpty();
        UUID again = decision(body + "-sc2");
        assertThat(codes(deliveries.decide(delivery.id(), decided(again, Kind.CHANGE))))
                .containsExactly("livelihood.delivery-stands");
        assertThat(deliveries
                        .decide(delivery.id(), decided(again, Kind.RESUME))
                        .orThrow()
                        .state())
                .isEqualTo(State.UNDER_WAY);
    }

    /** Milestone of 20 planned for 30 April; money of 100, so that a yuan is a point. */
    @ParameterizedTest(name = "{0}: {1} done, {2} paid is {3}")
    @CsvSource({
        "2024-04-30, false, 0, GREEN, 0",
        "2024-05-01, false, 0, AMBER, 1",
        "2024-05-30, false, 0, AMBER, 30",
        "2024-05-31, false, 0, RED, 31",
        "2024-04-30, false, 20, GREEN, 0",
        "2024-04-30, false, 21, AMBER, 0",
        "2024-05-31, true, 40, GREEN, 0",
        "2024-05-31, true, 41, AMBER, 0"
    })
    void lamps(LocalDate today, boolean reached, long paid, Standing.Light light, long late) {
        Delivery delivery = new Delivery(
                new UUID(0, 0),
                new UUID(0, 0),
                1,
                new Delivery.Plan(
                        "t",
                        "c",
                        "o",
                        new Delivery.Goal("g", 1, "u"),
                        DEADLINE,
                        List.of(new Delivery.Source("s", 100)),
                        "s"),
                new UUID(0, 0),
                State.UNDER_WAY,
                List.of(
                        new Milestone(
                                1,
                                "a",
                                20,
                                LocalDate.of(2024, 4, 30),
                                Optional.of(TODAY).filter(_ -> reached),
                                ""),
                        new Milestone(2, "b", 80, DEADLINE, Optional.empty(), "")),
                List.of(new Contract(1, "n", "c", "d", new UUID(0, 0), 100, paid)),
                List.of(),
                "",
                "",
                true);
        assertThat(Standing.of(delivery, today))
                .isEqualTo(new Standing(late, light == Standing.Light.AMBER && late == 0, Optional.of(light)));
    }

    @Test
    void everybodyReadsWhatWasPublishedAboutAProjectAndNothingElse() {
        Delivery delivery = deliveries.plan(round, plan(), STEPS).orThrow();
        String page = "/livelihood/deliveries/" + delivery.id();
        UUID shown = document(delivery, "演示实施方案", Document.Secrecy.OPEN, new Audience.Everybody());
        document(delivery, "演示内部材料", Document.Secrecy.INTERNAL, new Audience.Members(body));
        Rest rest = new Rest(port);
        assertThat(rest.page("", page, "zh-CN"))
                .contains("公开文件", "演示实施方案", "/documents/" + shown)
                .doesNotContain("演示内部材料");
        UUID publication =
                documents.byId(shown).orElseThrow().publications().getFirst().id();
        documents.recall(publication, "有误（演示）").orThrow();
        assertThat(rest.page("", page, "zh-CN")).doesNotContain("演示实施方案");
        String clerk = congress.token(body, Role.SECRETARIAT);
        assertThat(rest.page(
                        clerk,
                        "/bodies/" + body + "/documents/new?subject=livelihood-delivery:" + delivery.id(),
                        "zh-CN"))
                .as("the library knows the project")
                .contains(delivery.plan().title());
    }

    private UUID document(Delivery delivery, String title, Document.Secrecy secrecy, Audience audience) {
        UUID id = documents
                .create(
                        new Documents.NewDocument(
                                body,
                                "livelihood-delivery:" + delivery.id(),
                                Document.Kind.PROCLAMATION,
                                "",
                                "演示局",
                                secrecy,
                                true),
                        Documents.Draft.of(title, "演示文本"))
                .orThrow()
                .document()
                .id();
        documents.publish(id, 1, List.of(audience), Optional.empty()).orThrow();
        return id;
    }

    @Test
    void overRestTheOrganDeliversAndTheClerkDecides() {
        Rest rest = new Rest(port);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String handler = congress.token(organ, Role.HANDLER);
        JsonNode made =
                rest.post(clerk, "/livelihood/rounds/" + round + "/deliveries", Map.of("plan", plan(), "steps", STEPS));
        String path = "/livelihood/deliveries/" + made.get("delivery").get("id").asString();
        assertThat(rest.refused(clerk, path + "/milestones", Map.of("milestone", 1, "day", TODAY, "note", "x"))
                        .status())
                .isEqualTo(403);
        rest.post(handler, path + "/milestones", Map.of("milestone", 1, "day", TODAY, "note", "已开工"));
        rest.post(
                handler,
                path + "/contracts",
                Map.of("name", "制作", "contractor", "演示公司", "document", "演示合同", "sum", 1_000_00L));
        Map<String, Object> payment = Map.of("amount", 1_000_01L, "day", TODAY, "document", "付款单", "key", "k");
        assertThat(rest.refused(handler, path + "/payments", Map.of("contract", 1, "payment", payment))
                        .codes())
                .containsExactly("ledger.above-cap");
        JsonNode one = rest.get("", path);
        assertThat(one.get("progress").asInt()).isEqualTo(20);
        assertThat(one.get("standing").get("light").asString()).isEqualTo("GREEN");
        assertThat(rest.get("", "/livelihood/rounds/" + round + "/deliveries")).hasSize(1);
        assertThat(rest.refused(handler, path + "/decisions", Map.of()).status())
                .isEqualTo(403);
    }

    private MockHttpServletResponse send(String token, String path, Map<String, String> form) throws Exception {
        var request = post(path).header("Authorization", "Bearer " + token).with(csrf());
        form.forEach(request::param);
        return web.perform(request).andReturn().getResponse();
    }

    @Test
    void aDecisionOfAKindThatIsNotThereIsRefusedAndNotTakenForAChange() throws Exception {
        Delivery delivery = planned();
        MockHttpServletResponse answer = send(
                congress.token(body, Role.SECRETARIAT),
                "/livelihood/deliveries/" + delivery.id() + "/decisions",
                Map.of("kind", "PAUSE", "question", UUID.randomUUID().toString(), "text", "演示"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("“PAUSE”");
        assertThat(deliveries.byId(delivery.id()).orElseThrow().decisions()).isEmpty();
    }

    @Test
    void onPagesFromThePlanToTheAcceptance() throws Exception {
        String clerk = congress.token(body, Role.SECRETARIAT);
        String handler = congress.token(organ, Role.HANDLER);
        Rest rest = new Rest(port);
        String list = "/livelihood/rounds/" + round + "/deliveries";
        assertThat(rest.page("", list, "zh-CN")).contains("还没有公布实施方案").doesNotContain("公布实施方案</a>");
        assertThat(rest.page(clerk, list + "/new", "zh-CN")).contains("资金来源", "演示局" + body);
        assertThat(send(clerk, list, Map.of("title", "候车亭", "steps", "开工，百分之二十", "sources", "财政，多少", "deadline", "?"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("须有3项", "“多少”不是金额", "“?”不是日期", "value=\"候车亭\"");
        MockHttpServletResponse made = send(
                clerk,
                list,
                Map.of(
                        "title", "新建公交候车亭",
                        "chosen", "演示公告",
                        "organ", organ,
                        "goal", "新建候车亭",
                        "amount", "120",
                        "unit", "座",
                        "deadline", "2024-11-30",
                        "sources", "市级财政，3,000,000.00".replace(",", ""),
                        "steps", "开工，40，2024-04-30\n竣工，60，2024-11-30",
                        "safeguards", "每月检查"));
        assertThat(made.getStatus())
                .as(made.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(303);
        String path = String.valueOf(made.getHeader("Location"));
        assertThat(rest.page("", path, "zh-CN"))
                .contains("按计划", "完成0%", "3,000,000.00")
                .doesNotContain("<select");
        send(handler, path + "/contracts", Map.of("name", "制作", "contractor", "演示公司", "document", "合同", "sum", "1000"));
        assertThat(send(
                                handler,
                                path + "/payments",
                                Map.of(
                                        "contract",
                                        "1",
                                        "amount",
                                        "1000.01",
                                        "day",
                                        "2024-03-01",
                                        "document",
                                        "单",
                                        "key",
                                        "k"))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("高于上限1,000.00", "href=\"#f-payment.amount\"");
        for (String milestone : List.of("1", "2")) {
            assertThat(send(
                                    handler,
                                    path + "/milestones",
                                    Map.of("milestone", milestone, "day", "2024-03-01", "note", "完成"))
                            .getStatus())
                    .isEqualTo(303);
        }
        send(clerk, path + "/acceptance", Map.of("document", "验收单", "aftercare", "演示街道"));
        assertThat(rest.page("", path, "zh-CN")).contains("已验收（验收单），由演示街道负责管护", "完成100%");
        assertThat(rest.page("", list, "zh-CN")).contains("100%", "已验收");
    }

    @Test
    void theReportToTheCommitteeSaysHowEveryProjectStands() throws Exception {
        Delivery delivery = contracted(4_000_000_00L);
        pay(delivery, 1_000_000_00L, "a").orThrow();
        deliveries.reach(delivery.id(), 1, TODAY, "已开工").orThrow();
        on(LocalDate.of(2024, 10, 5));
        String path = "/livelihood/rounds/" + round + "/deliveries/report.pdf";
        String text = Printed.of(Http.get(port, path, congress.token(body, Role.SECRETARIAT))
                        .content())
                .text();
        assertThat(text)
                .contains(
                        "截至2024年10月5日，共有1个项目",
                        "已支付1,000,000.00元，共安排5,000,000.00元",
                        "黄灯1个，红灯0个",
                        "实施中，逾期5天",
                        "2024年3月1日完成节点“开工”：已开工");
        assertThat(Http.get(port, path, congress.token(body, Role.MEMBER)).status())
                .isEqualTo(403);
    }
}
