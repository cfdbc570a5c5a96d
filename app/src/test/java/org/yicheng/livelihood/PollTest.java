package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Congress;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Elections;
import org.yicheng.count.projects.PbCheck;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.Project.Check;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;

/** What residents want of the candidates, from the first ballot to the advice. */
@YichengTest
@Import(Congress.class)
class PollTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 10, 9);
    private static final LocalDate LAST = LocalDate.of(2023, 10, 22);
    private static final long WAN = 1_000_000;

    @Autowired
    Rounds rounds;

    @Autowired
    Projects projects;

    @Autowired
    Polls polls;

    @Autowired
    Elections elections;

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

    @BeforeEach
    void inThePoll() {
        at("2023-10-12T01:00:00Z");
    }

    private void at(String text) {
        ((PlatformClock) clock).set(Instant.parse(text));
    }

    /** A round with candidates of 300, 500 and 700, in units of 10,000 yuan. */
    private Round round(String body) {
        congress.congress(body, 3);
        Round round = rounds.call(
                        body,
                        new Rounds.Call(2024, "general", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 9, 15), "演示公告"))
                .orThrow();
        for (long wan : List.of(300, 500, 700)) {
            Optional<Project.Spot> spot = wan == 700
                    ? Optional.empty()
                    : Optional.of(new Project.Spot(new BigDecimal("38.0428"), new BigDecimal("114.5" + wan)));
            projects.propose(
                            round.id(),
                            new Projects.Draft("演示项目" + wan, "新增一百处（演示）", "市演示局", wan * WAN, List.of(), spot))
                    .orThrow();
        }
        return round;
    }

    private static Poll.Terms terms(long wan, int most) {
        return new Poll.Terms(FIRST, LAST, wan * WAN, most, List.of("演示一区", "演示二区"));
    }

    private Poll open(Round round) {
        return polls.set(round.id(), terms(1_000, 0)).orThrow();
    }

    private static Marks marks(Poll poll, Integer... numbers) {
        return new Marks(
                List.of(numbers).stream()
                        .map(n -> poll.items().get(n - 1).project())
                        .toList(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void termsAreRefusedWithEverythingThatStandsAgainstThem() {
        Round round = round("poll-terms");
        assertThat(codes(polls.set(
                        round.id(),
                        new Poll.Terms(
                                LocalDate.of(2023, 7, 31),
                                LocalDate.of(2023, 8, 1),
                                699 * WAN,
                                4,
                                List.of("演示一区", "演示一区")))))
                .containsExactly(
                        "livelihood.poll-days",
                        "livelihood.poll-when",
                        "livelihood.poll-frame",
                        "livelihood.poll-most",
                        "livelihood.poll-districts");
        assertThat(polls.set(round.id(), new Poll.Terms(FIRST, FIRST.plusDays(2), 700 * WAN, 3, List.of())))
                .as("three days, the dearest candidate's cost, as many projects as there are")
                .isInstanceOf(Ruling.Granted.class);
        assertThat(codes(polls.set(round.id(), new Poll.Terms(FIRST, FIRST.plusDays(1), 700 * WAN, 0, List.of()))))
                .containsExactly("livelihood.poll-days");
    }

    @Test
    void theTermsStandFromTheFirstBallotOnEvenIfItIsTakenBack() {
        Round round = round("poll-frozen");
        open(round);
        Poll poll = polls.set(round.id(), terms(1_200, 2)).orThrow();
        assertThat(poll.terms().most()).isEqualTo(2);
        String code = polls.cast(round.id(), marks(poll, 1)).orThrow().code();
        assertThat(codes(polls.set(round.id(), terms(1_000, 0)))).containsExactly("livelihood.poll-begun");
        polls.takeBack(round.id(), code).orThrow();
        assertThat(polls.of(round.id()).orElseThrow().ballots()).isZero();
        assertThat(codes(polls.set(round.id(), terms(1_000, 0)))).containsExactly("livelihood.poll-begun");
    }

    @Test
    void aBallotStaysWithinTheFrameToTheFen() {
        Round round = round("poll-frame");
        Poll poll = open(round);
        assertThat(polls.cast(round.id(), marks(poll, 1, 3)))
                .as("300 and 700 are the whole frame")
                .isInstanceOf(Ruling.Granted.class);
        Ruling<Polls.Cast> dear = polls.cast(round.id(), marks(poll, 2, 3));
        assertThat(((Ruling.Refused<Polls.Cast>) dear)
                        .reasons()
                        .getFirst()
                        .facts()
                        .toString())
                .contains("sum=12000000", "frame=10000000", "over=2000000");
        assertThat(codes(polls.cast(round.id(), marks(poll)))).containsExactly("livelihood.poll-nothing");
        UUID one = poll.items().getFirst().project();
        assertThat(codes(polls.cast(
                        round.id(),
                        new Marks(List.of(one, one, UUID.randomUUID()), "别处", Optional.empty(), Optional.empty()))))
                .containsExactly("livelihood.poll-unknown", "livelihood.poll-district");
    }

    @Test
    void aBallotHasNoMoreProjectsThanAreSet() {
        Round round = round("poll-most");
        Poll poll = polls.set(round.id(), terms(700, 2)).orThrow();
        assertThat(polls.cast(round.id(), marks(poll, 2, 3)))
                .as("where a number is set, the frame does not bind the ballot")
                .isInstanceOf(Ruling.Granted.class);
        assertThat(codes(polls.cast(round.id(), marks(poll, 1, 2, 3)))).containsExactly("livelihood.poll-many");
    }

    @Test
    void ballotsAreTakenFromTheFirstToTheLastDayOfThePoll() {
        Round round = round("poll-window");
        Poll poll = open(round);
        for (String inside : List.of("2023-10-08T16:00:00Z", "2023-10-22T15:59:59Z")) {
            at(inside);
            assertThat(polls.cast(round.id(), marks(poll, 1))).as(inside).isInstanceOf(Ruling.Granted.class);
        }
        for (String outside : List.of("2023-10-08T15:59:59Z", "2023-10-22T16:00:00Z")) {
            at(outside);
            assertThat(codes(polls.cast(round.id(), marks(poll, 1))))
                    .as(outside)
                    .containsExactly("livelihood.poll-shut");
        }
        assertThat(polls.enter(round.id(), LAST, marks(poll, 2)))
                .as("a paper ballot of the last day is entered the day after")
                .isInstanceOf(Ruling.Granted.class);
        assertThat(codes(polls.enter(round.id(), LAST.plusDays(1), marks(poll, 2))))
                .containsExactly("livelihood.poll-shut");
        assertThat(polls.of(round.id()).map(Poll::paper)).hasValue(1);
    }

    @Test
    void theReceiptChangesAndTakesBackUntilTheLastDayAndNoLonger() {
        Round round = round("poll-receipt");
        Poll poll = open(round);
        String code = polls.cast(round.id(), marks(poll, 1)).orThrow().code();
        String spoken = code.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        Marks other =
                new Marks(marks(poll, 2).projects(), "演示二区", Optional.of(Marks.Age.FROM_60), Optional.of(Marks.Sex.F));
        polls.change(round.id(), spoken, other).orThrow();
        assertThat(polls.byCode(round.id(), code)).hasValue(other);
        assertThat(codes(polls.change(round.id(), "AAAA-AAAA-AAAA", other))).containsExactly("livelihood.poll-code");
        at("2023-10-22T16:00:00Z");
        assertThat(codes(polls.change(round.id(), code, marks(poll, 1)))).containsExactly("livelihood.poll-shut");
        assertThat(codes(polls.takeBack(round.id(), code))).containsExactly("livelihood.poll-shut");
        assertThat(polls.byCode(round.id(), code)).hasValue(other);
    }

    @Test
    void noActSaysWhatIsOnABallotOrWhichItIs() {
        Round round = round("poll-acts");
        Poll poll = open(round);
        String code = polls.cast(round.id(), marks(poll, 1)).orThrow().code();
        polls.change(round.id(), code, marks(poll, 2)).orThrow();
        polls.takeBack(round.id(), code).orThrow();
        var acts = journal.latest(
                new Journal.ActFilter("livelihood.poll.", "livelihood-poll:" + round.id(), Optional.empty(), 10));
        assertThat(acts)
                .extracting(act -> act.verb() + act.facts())
                .contains(
                        "livelihood.poll.ballot{channel=WEB}",
                        "livelihood.poll.replace{}",
                        "livelihood.poll.take-back{}");
    }

    private void paper(Round round, Poll poll, int times, Marks marks) {
        for (int i = 0; i < times; i++) {
            polls.enter(round.id(), FIRST, marks).orThrow();
        }
    }

    /** Six of ten ballots want 1 and 3, four want 2: greedy and the others agree on 3 and 1, which use the whole frame. */
    @Test
    void aClosedPollIsAnElectionAndAdvice() {
        Round round = round("poll-close");
        Poll poll = open(round);
        paper(
                round,
                poll,
                6,
                new Marks(marks(poll, 1, 3).projects(), "演示一区", Optional.of(Marks.Age.TO_29), Optional.empty()));
        paper(round, poll, 4, marks(poll, 2));
        assertThat(codes(polls.close(round.id()))).containsExactly("livelihood.poll-runs");
        at("2023-10-23T01:00:00Z");
        assertThat(polls.advice(round.id())).isEmpty();
        Poll closed = polls.close(round.id()).orThrow();
        assertThat(codes(polls.close(round.id()))).containsExactly("livelihood.poll-closed");
        assertThat(codes(polls.enter(round.id(), LAST, marks(poll, 1)))).containsExactly("livelihood.poll-closed");

        Advice advice = polls.advice(round.id()).orElseThrow();
        assertThat(advice.ballots()).isEqualTo(10);
        assertThat(advice.rules()).isEqualTo(10);
        assertThat(advice.lines()).extracting(Advice.Line::number).containsExactly(1, 3, 2);
        assertThat(advice.lines()).extracting(Advice.Line::rank).containsExactly(1, 1, 3);
        assertThat(advice.lines()).extracting(Advice.Line::votes).containsExactly(6, 6, 4);
        assertThat(advice.lines().get(0).chosenBy()).contains("greedy/cost", "phragmen");
        Election election = elections.byId(closed.election()).orElseThrow();
        assertThat(PbCheck.of(election.file().text())).isEmpty();
        assertThat(election.file().text())
                .as("where the candidates would be, for the map")
                .contains("latitude;longitude", ";38.0428;114.53", ";38.0428;114.55");
        assertThat(election.file().election().budget()).isEqualByComparingTo("10000000");
    }

    @Test
    void theAdviceStandsWhereTheListIsMadeAndSaysThatItIsNoVote() throws Exception {
        Round round = round("poll-advice");
        Poll poll = open(round);
        paper(round, poll, 6, marks(poll, 1, 3));
        Rest rest = new Rest(port);
        String clerk = congress.token("poll-advice", Role.SECRETARIAT);
        String list = "/livelihood/rounds/" + round.id() + "/projects";
        String one = "/livelihood/projects/" + poll.items().getFirst().project() + "/desk";
        for (String path : List.of(list, one)) {
            assertThat(rest.page(clerk, path, "zh-CN")).doesNotContain("6份意见中", "参考意见");
        }
        assertThat(page("/livelihood/rounds/" + round.id() + "/poll")).doesNotContain("参考意见，不是表决");
        at("2023-10-23T01:00:00Z");
        String election = polls.close(round.id()).orThrow().election();
        assertThat(rest.page(clerk, list, "zh-CN"))
                .contains("6/6份，第1名；10/10种规则", "参考意见，不是表决", "/budgeting/" + election);
        assertThat(rest.page(clerk, one, "zh-CN"))
                .contains("6份意见中6份希望办，第1名；10种规则中10种会选它", "参考意见，不是表决", "/budgeting/" + election);
        assertThat(page("/livelihood/rounds/" + round.id() + "/poll")).contains("参考意见，不是表决", "6/6");
    }

    @Test
    void theFileOfAPollLeadsToNobody() throws Exception {
        Round round = round("poll-file");
        Poll poll = open(round);
        List<Marks> came = List.of(
                new Marks(marks(poll, 3).projects(), "演示一区", Optional.of(Marks.Age.TO_29), Optional.of(Marks.Sex.M)),
                new Marks(marks(poll, 1).projects(), "演示二区", Optional.of(Marks.Age.TO_44), Optional.of(Marks.Sex.F)),
                marks(poll, 2),
                marks(poll, 1, 2),
                marks(poll, 1, 3));
        List<String> receipts = new ArrayList<>();
        came.forEach(
                marks -> receipts.add(polls.cast(round.id(), marks).orThrow().code()));
        at("2023-10-23T01:00:00Z");
        String election = polls.close(round.id()).orThrow().election();
        assertThat(page("/budgeting/" + election + "/numbers.pb"))
                .endsWith("VOTES\nvoter_id;vote\n1;1\n2;1,2\n3;1,3\n4;2\n5;3\n")
                .doesNotContain("演示一区", "18-29", "paper", "internet");
        assertThat(page("/api/v1/budgeting/" + election + "/file")).doesNotContain("演示一区", "18-29");
        assertThat(elections.withdraw(election, "演示")).isInstanceOf(Ruling.Refused.class);
        assertThat(polls.byCode(round.id(), receipts.getFirst())).hasValue(came.getFirst());
    }

    @Test
    void fourBallotsStayUnpublishedAndFiveDoNot() {
        for (int n : List.of(4, 5)) {
            Round round = round("poll-of-" + n);
            Poll poll = open(round);
            paper(round, poll, n, marks(poll, 1));
            at("2023-10-23T01:00:00Z");
            Poll closed = polls.close(round.id()).orThrow();
            assertThat(closed.election().isEmpty()).isEqualTo(n == 4);
            assertThat(polls.advice(round.id()).orElseThrow().lines()).hasSize(n == 4 ? 0 : 3);
            inThePoll();
        }
    }

    /** A candidate dropped meanwhile is not asked about any more; what was marked before does not count. */
    @Test
    void aDroppedCandidateLeavesThePoll() {
        Round round = round("poll-dropped");
        Poll poll = open(round);
        paper(round, poll, 5, marks(poll, 1));
        paper(round, poll, 2, marks(poll, 2));
        projects.drop(poll.items().getFirst().project(), "不具备条件（演示）").orThrow();
        assertThat(codes(polls.cast(round.id(), marks(poll, 1)))).containsExactly("livelihood.poll-unknown");
        at("2023-10-23T01:00:00Z");
        polls.close(round.id()).orThrow();
        Advice advice = polls.advice(round.id()).orElseThrow();
        assertThat(advice.ballots()).isEqualTo(7);
        assertThat(advice.lines()).extracting(Advice.Line::number).containsExactly(2, 3);
    }

    @Test
    void theListWaitsForThePollAndThePollForNoListAfterwards() {
        Round round = round("poll-list");
        Poll poll = open(round);
        Map<Criterion, Check> checks = new java.util.EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            checks.put(criterion, new Check(true, ""));
        }
        poll.items().forEach(one -> projects.screen(one.project(), checks).orThrow());
        polls.cast(round.id(), marks(poll, 1)).orThrow();
        at("2023-11-20T01:00:00Z");
        LocalDate day = LocalDate.of(2023, 11, 20);
        assertThat(codes(projects.take(round.id(), new Projects.Taken(Step.LIST, day, "演示会议"))))
                .containsExactly("livelihood.list-poll");
        polls.close(round.id()).orThrow();
        projects.take(round.id(), new Projects.Taken(Step.LIST, day, "演示会议")).orThrow();

        Round other = round("poll-late");
        projects.of(other.id()).forEach(one -> projects.screen(one.id(), checks).orThrow());
        projects.take(other.id(), new Projects.Taken(Step.LIST, day, "演示会议")).orThrow();
        assertThat(codes(polls.set(other.id(), terms(1_000, 0))))
                .containsExactly("livelihood.poll-listed", "livelihood.poll-few");
    }

    private String page(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String path, Map<String, String> form, String address) throws Exception {
        var request = post(path);
        form.forEach(request::param);
        return web.perform(request.with(csrf()).with(one -> {
                    one.setRemoteAddr(address);
                    return one;
                }))
                .andReturn()
                .getResponse();
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void aResidentMarksChangesAndTakesBackWithoutAccountAndScript() throws Exception {
        Round round = round("poll-page");
        Poll poll = open(round);
        String path = "/livelihood/rounds/" + round.id() + "/poll";
        assertThat(page("/livelihood/rounds/" + round.id())).contains(path, "选出您希望办的项目");
        assertThat(page(path)).as("printed, it is a ballot").contains("□ 演示一区", "□ 60岁以上", "请在征询截止以前交到代表联络站");
        String stamp = found("name=\"stamp\" value=\"([^\"]+)\"", page(path));
        String first = poll.items().getFirst().project().toString();
        Map<String, String> form = Map.of("stamp", stamp, "projects", first, "age", "FROM_60", "district", "演示一区");
        assertThat(send(path, form, "192.0.2.7").getContentAsString(StandardCharsets.UTF_8))
                .contains("提交得太快", "checked");
        at("2023-10-12T01:00:06Z");
        Map<String, String> checked = new java.util.HashMap<>(form);
        checked.put("act", "check");
        assertThat(send(path, checked, "192.0.2.7").getContentAsString(StandardCharsets.UTF_8))
                .contains("共选1项，合计300万元", "700万元");
        assertThat(polls.of(round.id()).map(Poll::ballots)).hasValue(0);
        String code =
                found("<code>([^<]+)</code>", send(path, form, "192.0.2.7").getContentAsString(StandardCharsets.UTF_8));

        String kept =
                send(path + "/receipt", Map.of("code", code), "192.0.2.7").getContentAsString(StandardCharsets.UTF_8);
        assertThat(kept).contains("修改您的意见", "60岁以上");
        String second = poll.items().get(1).project().toString();
        assertThat(send(path, Map.of("stamp", stamp, "code", code, "projects", second), "192.0.2.7")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("已保存修改", "演示项目500")
                .doesNotContain(code);
        assertThat(send(path + "/withdrawal", Map.of("code", code), "192.0.2.7")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("已撤回您的意见");
        assertThat(send(path + "/receipt", Map.of("code", code), "192.0.2.7").getStatus())
                .isEqualTo(409);
    }

    @Test
    void fiveBallotsAnHourComeFromOneNetwork() throws Exception {
        Round round = round("poll-pace");
        Poll poll = open(round);
        String path = "/livelihood/rounds/" + round.id() + "/poll";
        String stamp = found("name=\"stamp\" value=\"([^\"]+)\"", page(path));
        at("2023-10-12T01:00:06Z");
        Map<String, String> form = Map.of(
                "stamp", stamp, "projects", poll.items().getFirst().project().toString());
        for (int i = 1; i <= 5; i++) {
            assertThat(send(path, form, "2001:db8:0:9::" + i).getStatus()).isEqualTo(200);
        }
        assertThat(send(path, form, "2001:db8:0:9::6").getContentAsString(StandardCharsets.UTF_8))
                .contains("过于频繁", "每60分钟最多5次");
        Map<String, String> trapped = new java.util.HashMap<>(form);
        trapped.put("homepage", "http://x");
        assertThat(send(path, trapped, "192.0.2.8").getStatus()).isEqualTo(409);
        assertThat(polls.of(round.id()).map(Poll::web)).hasValue(5);
    }

    @Test
    void restDoesWhatTheDeskDoes() throws Exception {
        Round round = round("poll-rest");
        Rest rest = new Rest(port);
        String clerk = congress.token("poll-rest", Role.SECRETARIAT);
        String path = "/livelihood/rounds/" + round.id() + "/poll";
        assertThat(page("/api/v1" + path + "/advice")).contains("livelihood.poll-advice.unknown");
        var poll = rest.post(
                clerk,
                path,
                Map.of("opens", FIRST, "closes", LAST, "fen", 1_000 * WAN, "most", 0, "districts", List.of("演示一区")));
        String item = poll.get("items").get(0).get("project").asString();
        assertThat(rest.post(
                                clerk,
                                path + "/ballots",
                                Map.of("came", FIRST, "projects", List.of(item), "district", "演示一区", "age", "TO_17"))
                        .get("code")
                        .asString())
                .matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        assertThat(rest.get("", path).get("paper").asInt()).isEqualTo(1);
        at("2023-10-23T01:00:00Z");
        assertThat(rest.page(clerk, path + "/desk", "zh-CN")).contains("结束征询并公布结果", "登记纸质意见表");
        assertThat(rest.post(clerk, path + "/close").get("closed").asBoolean()).isTrue();
        assertThat(rest.get("", path + "/advice").get("ballots").asInt()).isEqualTo(1);
    }
}
