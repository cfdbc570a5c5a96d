package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Exchange;
import org.yicheng.assembly.Member;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Stage;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.handling.ReplyScheme.Outcome;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A suggestion from its number to the promise kept; nobody does another's part, nothing is answered before its time. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlingTest {

    private static final String BODY = "handling-congress";
    private static final String INDUSTRY = "organ-test-industry";
    private static final String FINANCE = "organ-test-finance";
    private static final String SCIENCE = "organ-test-science";
    private static final String GOVERNMENT = "organ-test-government";
    private static final Filings.Text TEXT =
            new Filings.Text("关于支持生物医药产业发展的建议（演示）", Map.of(Part.SITUATION, "演示情况", Part.ADVICE, "一、设立产业基金\n二、引进人才"));

    @Autowired
    Filings filings;

    @Autowired
    Handlings handlings;

    @Autowired
    Screenings screenings;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Organs organs;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Exchange exchange;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @BeforeAll
    void aCongressAndFourOrgans() {
        at("2024-02-05T09:00:00+08:00");
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("演示代表大会", "Congress"),
                new Bilingual("大会", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 1; i <= 9; i++) {
            roster.append("\nH%03d,演示%03d,,,,CAQ,长安区,,2021-09-01,,IN_OFFICE,,,HC%03d".formatted(i, i, i));
        }
        rosters.take(BODY, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
        for (String id : List.of(INDUSTRY, FINANCE, SCIENCE, GOVERNMENT)) {
            organs.add(new Organ(id, new Bilingual(id, id), id.equals(GOVERNMENT), true))
                    .orThrow();
        }
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void at(String instant) {
        ((PlatformClock) clock).set(OffsetDateTime.parse(instant).toInstant());
    }

    // ---------------------------------------------------------------- who acts

    private static <T> T as(Caller caller, Supplier<T> action) {
        Set<T> result = new HashSet<>();
        caller.run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    private static Caller clerk(Role role, String scope, UUID account, String name) {
        return new Caller(Optional.of(account), Optional.empty(), name, true, Set.of(new Caller.Grant(role, scope)));
    }

    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID DRAFTER = UUID.randomUUID();
    private static final UUID READER = UUID.randomUUID();
    private static final UUID HEAD = UUID.randomUUID();

    private <T> T office(Supplier<T> action) {
        return as(clerk(Role.SECRETARIAT, BODY, OFFICE, "代表工作机构（演示）"), action);
    }

    private <T> T handler(String organ, Supplier<T> action) {
        return as(clerk(Role.HANDLER, organ, DRAFTER, "承办人（演示）"), action);
    }

    private <T> T second(String organ, Supplier<T> action) {
        return as(clerk(Role.HANDLER, organ, READER, "办公室（演示）"), action);
    }

    private <T> T head(String organ, Supplier<T> action) {
        return as(clerk(Role.ORGAN_HEAD, organ, HEAD, "负责人（演示）"), action);
    }

    private <T> T deputy(int number, Supplier<T> action) {
        Member member = bodies.memberByNumber(BODY, "H%03d".formatted(number)).orElseThrow();
        return as(
                new Caller(
                        Optional.of(UUID.nameUUIDFromBytes(new byte[] {(byte) number})),
                        Optional.of(member.person()),
                        member.name(),
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, BODY))),
                action);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    // ---------------------------------------------------------------- ways there

    private UUID submitted(int lead) {
        Filing draft =
                deputy(lead, () -> filings.draft(BODY, Kind.SUGGESTION, TEXT)).orThrow();
        return deputy(lead, () -> filings.submit(draft.id(), true)).orThrow().id();
    }

    private UUID accepted(int lead) {
        return accepted(lead, false);
    }

    private UUID accepted(int lead, boolean concealed) {
        UUID id = submitted(lead);
        if (concealed) {
            deputy(lead, () -> handlings.conceal(id, "演示")).orThrow();
        }
        office(() -> filings.register(id)).orThrow();
        office(() -> handlings.screen(id, Screening.ACCEPTED, Optional.empty(), ""))
                .orThrow();
        return id;
    }

    private static List<Share> lead(String organ) {
        return List.of(new Share(organ, Mode.LEAD, ""));
    }

    private UUID received(int lead) {
        UUID id = accepted(lead);
        office(() -> handlings.assign(id, lead(INDUSTRY), "")).orThrow();
        handler(INDUSTRY, () -> handlings.receive(id, INDUSTRY)).orThrow();
        return id;
    }

    private void met(UUID id, String organ) {
        handler(
                        organ,
                        () -> handlings.contact(
                                id,
                                organ,
                                new Spoken(Matter.Letter.Way.VISIT, today(), "承办人（演示）", false, "当面听取意见（演示）")))
                .orThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ReplyText reply(String code, Optional<LocalDate> promised) {
        return new ReplyText(
                "演示函〔2024〕1号",
                List.of(new Point("一、设立产业基金", "已设立（演示）"), new Point("二、引进人才", "正在办理（演示）")),
                code,
                promised,
                promised.isPresent() ? "年内完成引进（演示）" : "",
                "承办人（演示） 0311-00000000",
                true,
                "");
    }

    private Handling sent(UUID id, String organ, ReplyText text) {
        handler(organ, () -> handlings.draft(id, organ, text)).orThrow();
        handler(organ, () -> handlings.submit(id, organ)).orThrow();
        second(organ, () -> handlings.review(id, organ, true, "")).orThrow();
        return head(organ, () -> handlings.review(id, organ, true, "")).orThrow();
    }

    private Handling one(UUID id) {
        return handlings.byFiling(id).orElseThrow();
    }

    private Optional<LocalDate> due(UUID id, String limit) {
        return deadlines.of(one(id).matter().id()).stream()
                .filter(one -> one.limit().equals(limit) && one.ended().isEmpty())
                .flatMap(one -> one.due().stream())
                .findFirst();
    }

    @Test
    void aSuggestionGoesFromItsNumberToTheKeptPromise() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = accepted(1);
        assertThat(one(id).matter().number()).isEqualTo(one(id).filing().number());
        office(() -> handlings.assign(
                        id, List.of(new Share(INDUSTRY, Mode.LEAD, ""), new Share(FINANCE, Mode.ASSIST, "")), ""))
                .orThrow();
        // Three months from 2024-02-05 end in the holiday: 2024-05-06 (proposals, worked table).
        assertThat(due(id, "reply")).contains(LocalDate.of(2024, 5, 6));
        handler(INDUSTRY, () -> handlings.receive(id, INDUSTRY)).orThrow();
        met(id, INDUSTRY);

        Ruling<Handling> tooSoon = handler(INDUSTRY, () -> {
            handlings
                    .draft(id, INDUSTRY, reply("B", Optional.of(today().plusDays(200))))
                    .orThrow();
            return handlings.submit(id, INDUSTRY);
        });
        assertThat(codes(tooSoon)).containsExactly("proposals.handling.opinions-missing");
        handler(FINANCE, () -> handlings.opinion(id, FINANCE, "同意安排资金（演示）"));
        assertThat(one(id).matter().state()).isEqualTo("REPLY_DRAFT");
    }

    @Test
    void thePromiseIsTrackedUntilItIsKept() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = received(2);
        met(id, INDUSTRY);
        Handling replied = sent(id, INDUSTRY, reply("B", Optional.of(LocalDate.of(2024, 12, 31))));
        assertThat(replied.matter().state()).isEqualTo("REPLIED");
        assertThat(replied.classNow().orElseThrow().outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(replied.sealed().getFirst().signer()).isEqualTo("负责人（演示）");

        assertThat(codes(deputy(3, () -> handlings.judge(id, Grade.SATISFIED, Grade.SATISFIED, ""))))
                .containsExactly("matter.not-yours");
        deputy(2, () -> handlings.judge(id, Grade.SATISFIED, Grade.BASICALLY, ""))
                .orThrow();
        Handling tracked = one(id);
        assertThat(tracked.matter().state()).isEqualTo("COMMITMENT_TRACKING");
        UUID promise = tracked.commitments().getFirst().id();
        assertThat(codes(handler(FINANCE, () -> handlings.fulfil(promise, Promise.FULFILLED, "验收（演示）"))))
                .containsExactly("proposals.handling.not-assigned");
        handler(INDUSTRY, () -> handlings.fulfil(promise, Promise.FULFILLED, "验收（演示）"))
                .orThrow();
        assertThat(one(id).matter().state()).isEqualTo("FULFILLED");
        office(() -> handlings.raise(id, "A", Optional.empty(), "已全部落实（演示）")).orThrow();
        assertThat(one(id).classes()).extracting(Handling.ClassChange::code).containsExactly("B", "A");
        assertThat(codes(office(() -> handlings.raise(id, "B", Optional.empty(), "演示"))))
                .containsExactly("proposals.handling.class-not-better");
    }

    @Test
    void nothingIsAnsweredBeforeItsTimeAndNobodySignsTheirOwnDraft() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = received(3);
        ReplyText text = reply("A", Optional.empty());
        ReplyText faulty =
                new ReplyText("", List.of(new Point("一、设立产业基金", "")), "B", Optional.empty(), "", "", false, "");
        assertThat(codes(handler(INDUSTRY, () -> handlings.draft(id, INDUSTRY, faulty))))
                .containsExactly(
                        "proposals.handling.promise-missing",
                        "proposals.handling.text-missing",
                        "proposals.handling.unanswered",
                        "proposals.handling.text-missing",
                        "proposals.handling.text-missing");
        assertThat(codes(handler(FINANCE, () -> handlings.draft(id, FINANCE, text))))
                .contains("proposals.handling.not-assigned");
        handler(INDUSTRY, () -> handlings.draft(id, INDUSTRY, text)).orThrow();
        assertThat(codes(handler(INDUSTRY, () -> handlings.submit(id, INDUSTRY))))
                .containsExactly("proposals.handling.no-contact");
        met(id, INDUSTRY);
        handler(INDUSTRY, () -> handlings.submit(id, INDUSTRY)).orThrow();
        assertThat(codes(handler(INDUSTRY, () -> handlings.review(id, INDUSTRY, true, ""))))
                .containsExactly("proposals.handling.own-draft");
        second(INDUSTRY, () -> handlings.review(id, INDUSTRY, true, "")).orThrow();
        assertThat(codes(second(INDUSTRY, () -> handlings.review(id, INDUSTRY, true, ""))))
                .containsExactly("proposals.handling.head-signs");
        assertThat(codes(head(INDUSTRY, () -> handlings.review(id, INDUSTRY, false, ""))))
                .containsExactly("proposals.handling.text-missing");
        head(INDUSTRY, () -> handlings.review(id, INDUSTRY, false, "第二点没有答复清楚（演示）"))
                .orThrow();
        assertThat(one(id).matter().state()).isEqualTo("REPLY_DRAFT");
        assertThat(sent(id, INDUSTRY, text).matter().state()).isEqualTo("REPLIED");
        assertThat(one(id).replies()).extracting(Handling.Reply::stage).containsExactly(Stage.REPLACED, Stage.SEALED);
    }

    @Test
    void whoIsNotSatisfiedTwiceIsHeardInCoordination() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = received(4);
        met(id, INDUSTRY);
        sent(id, INDUSTRY, reply("A", Optional.empty()));
        assertThat(codes(deputy(4, () -> handlings.judge(id, Grade.SATISFIED, Grade.NOT, ""))))
                .contains("proposals.handling.text-missing");
        deputy(4, () -> handlings.judge(id, Grade.SATISFIED, Grade.NOT, "没有具体措施（演示）"))
                .orThrow();
        office(() -> handlings.rehandle(id, true, "")).orThrow();
        sent(id, INDUSTRY, reply("A", Optional.empty()));
        assertThat(one(id).matter().state()).isEqualTo("REPLIED_AGAIN");
        deputy(4, () -> handlings.judge(id, Grade.BASICALLY, Grade.NOT, "仍无措施（演示）"))
                .orThrow();
        assertThat(one(id).matter().state()).isEqualTo("COORDINATION");
        office(() -> handlings.coordinated(id, "召开协调会（演示）")).orThrow();
        assertThat(one(id).matter().state()).isEqualTo("CLOSED");
        assertThat(one(id).feedback()).hasSize(2);
    }

    @Test
    void anObjectionInTimeGivesItToAnotherOrganAndTheClockStartsAnew() {
        at("2024-02-05T09:00:00+08:00");
        office(() -> handlings.set(BODY, new Setting("shijiazhuang", "shanghai", true, false)))
                .orThrow();
        UUID id = received(5);
        office(() -> handlings.set(BODY, Setting.NATIONAL)).orThrow();
        handler(INDUSTRY, () -> handlings.object(id, INDUSTRY, "属于科技部门职责（演示）")).orThrow();
        at("2024-02-20T09:00:00+08:00");
        office(() -> handlings.assign(id, lead(SCIENCE), "改由科技部门办理（演示）")).orThrow();
        assertThat(due(id, "reply")).contains(LocalDate.of(2024, 5, 20));
        assertThat(codes(handler(INDUSTRY, () -> handlings.receive(id, INDUSTRY))))
                .contains("proposals.handling.not-assigned");
        assertThat(one(id).objections().getFirst().accepted()).contains(true);
        handler(SCIENCE, () -> handlings.receive(id, SCIENCE)).orThrow();
        at("2024-03-20T09:00:00+08:00");
        assertThat(codes(handler(SCIENCE, () -> handlings.object(id, SCIENCE, "演示"))))
                .containsExactly("matter.limit-lapsed");
    }

    @Test
    void eachOrganAnswersItsOwnPartAndTheLastLetterEndsIt() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = accepted(6);
        assertThat(codes(office(() -> handlings.assign(id, List.of(new Share(INDUSTRY, Mode.SEPARATE, "")), ""))))
                .containsExactly("proposals.handling.separate-alone", "proposals.handling.part-missing");
        office(() -> handlings.assign(
                        id,
                        List.of(new Share(INDUSTRY, Mode.SEPARATE, "第一点"), new Share(SCIENCE, Mode.SEPARATE, "第二点")),
                        ""))
                .orThrow();
        handler(INDUSTRY, () -> handlings.receive(id, INDUSTRY)).orThrow();
        handler(SCIENCE, () -> handlings.receive(id, SCIENCE)).orThrow();
        met(id, INDUSTRY);
        sent(id, INDUSTRY, reply("A", Optional.empty()));
        assertThat(one(id).matter().state()).isNotEqualTo("REPLIED");
        assertThat(sent(id, SCIENCE, reply("D", Optional.empty())).matter().state())
                .isEqualTo("REPLIED");
        assertThat(one(id).classNow().orElseThrow().code()).isEqualTo("D");
    }

    @Test
    void aGroupIsAnsweredOnceAndEachAuthorGetsAnAnswer() {
        at("2024-02-05T09:00:00+08:00");
        UUID first = received(7);
        UUID other = accepted(8);
        office(() -> handlings.merge(other, first, "内容相同（演示）")).orThrow();
        assertThat(one(other).matter().state()).isEqualTo("RECEIVED");
        assertThat(codes(handler(INDUSTRY, () -> handlings.object(other, INDUSTRY, "演示"))))
                .contains("proposals.handling.led");
        met(first, INDUSTRY);
        sent(first, INDUSTRY, reply("A", Optional.empty()));
        Handling answered = one(other);
        assertThat(answered.matter().state()).isEqualTo("REPLIED");
        assertThat(answered.sealed()).hasSize(1);
        assertThat(answered.filing().number()).isNotEqualTo(one(first).filing().number());
        assertThat(codes(office(() -> handlings.separate(other, "演示"))))
                .containsExactly("proposals.handling.merge-answered");
        deputy(8, () -> handlings.judge(other, Grade.SATISFIED, Grade.SATISFIED, ""))
                .orThrow();
        assertThat(one(other).matter().state()).isEqualTo("CLOSED");
        assertThat(one(first).matter().state()).isEqualTo("REPLIED");
    }

    @Test
    void aKeyItemNeedsTheHeadInPersonAndTheGovernmentsOfficeCanCheck() {
        at("2024-02-05T09:00:00+08:00");
        office(() -> handlings.set(BODY, new Setting("national", "jia-yi-bing", true, true)))
                .orThrow();
        UUID id = received(9);
        office(() -> handlings.key(id, "群众普遍关心（演示）", "财政经济委员会（演示）")).orThrow();
        met(id, INDUSTRY);
        handler(INDUSTRY, () -> handlings.draft(id, INDUSTRY, reply("甲", Optional.empty())))
                .orThrow();
        assertThat(codes(handler(INDUSTRY, () -> handlings.submit(id, INDUSTRY))))
                .containsExactly("proposals.handling.head-in-person");
        head(
                        INDUSTRY,
                        () -> handlings.contact(
                                id,
                                INDUSTRY,
                                new Spoken(Matter.Letter.Way.MEETING, today(), "负责人（演示）", true, "面复（演示）")))
                .orThrow();
        handler(INDUSTRY, () -> handlings.submit(id, INDUSTRY)).orThrow();
        second(INDUSTRY, () -> handlings.review(id, INDUSTRY, true, "")).orThrow();
        head(INDUSTRY, () -> handlings.review(id, INDUSTRY, true, "")).orThrow();
        assertThat(one(id).matter().state()).isEqualTo("REPLY_REVIEW");
        head(GOVERNMENT, () -> handlings.review(id, GOVERNMENT, true, "")).orThrow();
        assertThat(one(id).matter().state()).isEqualTo("REPLIED");
        office(() -> handlings.set(BODY, Setting.NATIONAL)).orThrow();
    }

    @Test
    void sixMonthsOnlyWhenAskedForAndGrantedBeforeTheLastDay() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = received(1);
        Optional<StatutoryPeriod> six = Optional.of(StatutoryPeriod.ofMonths(6));
        assertThat(codes(office(() -> handlings.decideExtension(id, six, "演示"))))
                .containsExactly("proposals.handling.no-extension-asked");
        handler(INDUSTRY, () -> handlings.askExtension(id, INDUSTRY, "涉及面广（演示）"))
                .orThrow();
        office(() -> handlings.decideExtension(id, six, "同意（演示）")).orThrow();
        assertThat(due(id, "reply")).contains(LocalDate.of(2024, 8, 5));
        UUID late = received(2);
        at("2024-05-07T09:00:00+08:00");
        assertThat(codes(handler(INDUSTRY, () -> handlings.askExtension(late, INDUSTRY, "演示"))))
                .containsExactly("matter.extended-too-late");
    }

    @Test
    void whatIsFiledBeforeABodyHadASessionStandsOnItsDesk() throws Exception {
        at("2024-02-05T09:00:00+08:00");
        UUID id = submitted(5);
        assertThat(filings.ofSession(Filings.beforeSessions(BODY)))
                .extracting(Filing::id)
                .contains(id);
        UUID clerk = accounts.create(Accounts.Kind.DEVICE, "handling-clerk", "演示", Optional.empty(), true)
                .id();
        accounts.giveRole(clerk, Role.SECRETARIAT, BODY);
        String token = accounts.issueToken(clerk, Instant.now().plusSeconds(600));
        String page = web.perform(get("/filings/desk?body=" + BODY).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(id.toString());
    }

    @Test
    void whatIsNotAdmittedIsToldWhyAndWhatIsTakenBackEnds() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = submitted(3);
        office(() -> filings.register(id)).orThrow();
        assertThat(codes(office(
                        () -> handlings.screen(id, Screening.NOT_FILED, Optional.of(Inadmissible.PERSONAL), ""))))
                .containsExactly("matter.reason-missing");
        assertThat(codes(deputy(3, () -> handlings.screen(id, Screening.ACCEPTED, Optional.empty(), ""))))
                .containsExactly("matter.not-yours");
        assertThat(codes(office(() -> handlings.screen(id, Screening.LETTER, Optional.empty(), "属于个人事项（演示）"))))
                .containsExactly("proposals.handling.inadmissible-missing");
        assertThat(codes(office(() -> handlings.screen(id, Screening.ACCEPTED, Optional.of(Inadmissible.EMPTY), ""))))
                .containsExactly("proposals.reason-not-listed");
        office(() -> handlings.screen(id, Screening.LETTER, Optional.of(Inadmissible.PERSONAL), "属于个人事项（演示）"))
                .orThrow();
        assertThat(one(id).matter().state()).isEqualTo("LETTER");
        assertThat(screenings.note(id).orElseThrow().inadmissible()).contains(Inadmissible.PERSONAL);
        UUID back = accepted(4);
        deputy(4, () -> filings.withdraw(back, "另行提出（演示）")).orThrow();
        assertThat(one(back).matter().state()).isEqualTo("WITHDRAWN");
    }

    private UUID answered(int lead, boolean concealed, ReplyText text) {
        UUID id = accepted(lead, concealed);
        office(() -> handlings.assign(id, lead(INDUSTRY), "")).orThrow();
        handler(INDUSTRY, () -> handlings.receive(id, INDUSTRY)).orThrow();
        met(id, INDUSTRY);
        sent(id, INDUSTRY, text);
        return id;
    }

    @Test
    void theFeedShowsWhatIsPublicAndNoNameThatIsWithheld() throws Exception {
        at("2024-02-06T09:00:00+08:00");
        ReplyText text = reply("B", Optional.of(LocalDate.of(2024, 12, 31)));
        UUID open = answered(4, false, text);
        deputy(4, () -> handlings.judge(open, Grade.SATISFIED, Grade.BASICALLY, "只告诉承办单位（演示）"))
                .orThrow();
        UUID withheld = answered(5, true, text);
        UUID closed = answered(
                6,
                false,
                new ReplyText(
                        text.number(), text.points(), "A", Optional.empty(), "", text.contact(), false, "涉及秘密（演示）"));
        String answer = web.perform(get("/api/v1/suggestions/feed.json"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/feed+json"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode feed = json.readTree(answer);
        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asString()).endsWith("/api/v1/suggestions/feed.json");
        assertThat(answer).doesNotContain(closed.toString(), "涉及秘密", "只告诉承办单位", text.contact());
        JsonNode shown = of(feed.get("items"), open);
        assertThat(shown.get("url").asString()).endsWith("/suggestions/" + open);
        assertThat(shown.get("content_text").asString()).contains("演示情况", "已设立（演示）");
        assertThat(shown.get("authors").get(0).get("name").asString())
                .isEqualTo(bodies.memberByNumber(BODY, "H004").orElseThrow().name());
        assertThat(shown.get("date_published").asString()).startsWith("2024-02-06T");
        assertThat(shown.get("_yicheng").get("outcome").asString()).isEqualTo("IN_PROGRESS");
        assertThat(shown.get("_yicheng").get("judgements").get(0).get("result").asString())
                .isEqualTo("BASICALLY");
        assertThat(of(feed.get("items"), withheld).get("authors").size()).isZero();
        assertThat(web.perform(get("/suggestions"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("rel=\"alternate\" type=\"application/feed+json\" href=\"/api/v1/suggestions/feed.json\"");
        assertThat(web.perform(get("/api/v1/suggestions/feed.json").param("words", "没有这样的词"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("\"items\":[]");

        JsonNode motions = json.readTree(exchange.popolo(BODY)).get("motions");
        assertThat(of(motions, open).get("classification").asString()).isEqualTo("suggestion");
        assertThat(of(motions, open).get("creator_id").asString())
                .isEqualTo(bodies.memberByNumber(BODY, "H004")
                        .orElseThrow()
                        .person()
                        .toString());
        assertThat(of(motions, withheld).has("creator_id")).isFalse();
        assertThat(of(motions, withheld).get("sponsors").size()).isZero();
    }

    private static JsonNode of(JsonNode all, UUID filing) {
        return all.valueStream()
                .filter(one -> one.get("id").asString().endsWith(filing.toString()))
                .findFirst()
                .orElseThrow();
    }
}
