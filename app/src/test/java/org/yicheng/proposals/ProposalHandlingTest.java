package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** A proposal of a CPPCC committee from its examination to the mover's judgement, by its own rules and in its own words. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalHandlingTest {

    private static final String CPPCC = "handled-cppcc";
    private static final String SESSION = "congress-session:handled-cppcc-1";
    private static final String HOUSING = "organ-cppcc-housing";
    private static final String FINANCE = "organ-cppcc-finance";
    private static final Filings.Text TEXT = new Filings.Text(
            "关于完善老旧小区加装电梯的提案（演示）", Map.of(Part.SITUATION, "演示情况", Part.ANALYSIS, "演示分析", Part.ADVICE, "一、出台补贴办法"));
    private static final Collective PARTY = new Collective(Mover.PARTY, "演示党派市委员会");

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Handlings handlings;

    @Autowired
    Statistics statistics;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Organs organs;

    @Autowired
    Accounts accounts;

    @Autowired
    Sittings sittings;

    @Autowired
    Windows windows;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @BeforeAll
    void aCommitteeAndTwoOrgans() {
        at("2024-01-26T09:00:00+08:00");
        bodies.add(new Body(
                CPPCC,
                Body.Kind.CPPCC,
                new Bilingual("政协演示市委员会", "CPPCC committee"),
                new Bilingual("市政协", "CPPCC"),
                "cn-cppcc",
                Optional.empty(),
                true));
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 1; i <= 12; i++) {
            roster.append("\nW%03d,演示委%d,,,,EC,经济界,,2021-09-01,,IN_OFFICE,,,WC%03d".formatted(i, i, i));
        }
        rosters.take(CPPCC, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
        for (String id : List.of(HOUSING, FINANCE)) {
            organs.add(new Organ(id, new Bilingual("演示" + id, id), false, true)).orThrow();
        }
        transaction.executeWithoutResult(
                _ -> windows.open(SESSION, Window.MOTION, CPPCC, clock.instant(), Citation.of(Law.CPPCC, "")));
        sittings.schedule(new Sittings.NewSitting(
                "handled-opening",
                CPPCC,
                SESSION,
                Sitting.Kind.PLENARY,
                1,
                new Bilingual("全会", "Plenary"),
                "",
                instant("2024-01-26T09:00:00+08:00")));
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
        assertThat(journal.firstFault()).isEmpty();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private void at(String text) {
        ((PlatformClock) clock).set(instant(text));
    }

    // ---------------------------------------------------------------- who acts

    private static <T> T run(Caller caller, Supplier<T> action) {
        Set<T> result = new HashSet<>();
        caller.run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    private <T> T member(int number, Supplier<T> action) {
        Member member = bodies.memberByNumber(CPPCC, "W%03d".formatted(number)).orElseThrow();
        return run(
                new Caller(
                        Optional.of(UUID.nameUUIDFromBytes(new byte[] {7, (byte) number})),
                        Optional.of(member.person()),
                        member.name(),
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, CPPCC))),
                action);
    }

    private static <T> T staff(String name, Role role, String scope, Supplier<T> action) {
        UUID account = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return run(
                new Caller(Optional.of(account), Optional.empty(), name, true, Set.of(new Caller.Grant(role, scope))),
                action);
    }

    private static <T> T committee(String name, Supplier<T> action) {
        return staff(name, Role.SECRETARIAT, CPPCC, action);
    }

    private static <T> T handler(String organ, Supplier<T> action) {
        return staff("承办人（演示）", Role.HANDLER, organ, action);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    // ---------------------------------------------------------------- ways there

    private UUID registered(int lead) {
        UUID id = member(lead, () -> filings.draft(CPPCC, Kind.PROPOSAL, TEXT))
                .orThrow()
                .id();
        member(lead, () -> filings.submit(id, true)).orThrow();
        return committee("甲", () -> filings.register(id)).orThrow().id();
    }

    private UUID sealed() {
        UUID id = committee("甲", () -> proposals.enter(CPPCC, TEXT, PARTY, true))
                .orThrow()
                .id();
        return committee("甲", () -> filings.register(id)).orThrow().id();
    }

    private UUID concluded(UUID id, Outcome outcome) {
        for (String name : List.of("甲", "乙", "丙")) {
            committee(name, () -> proposals.review(id, outcome, outcome == Outcome.FILED ? "" : "演示理由"))
                    .orThrow();
        }
        return id;
    }

    private UUID filed(int lead) {
        return concluded(registered(lead), Outcome.FILED);
    }

    private void assigned(UUID id) {
        committee("甲", () -> handlings.assign(id, List.of(new Share(HOUSING, Mode.LEAD, "")), ""))
                .orThrow();
        handler(HOUSING, () -> handlings.receive(id, HOUSING)).orThrow();
    }

    private Handling answered(UUID id) {
        handler(
                        HOUSING,
                        () -> handlings.contact(
                                id,
                                HOUSING,
                                new Spoken(
                                        Matter.Letter.Way.VISIT, LocalDate.now(clock), "承办人（演示）", false, "听取意见（演示）")))
                .orThrow();
        return letter(id);
    }

    private Handling letter(UUID id) {
        ReplyText text = new ReplyText(
                "演示函〔2024〕9号", List.of(new Point("一、出台补贴办法", "已出台（演示）")), "A", Optional.empty(), "", "演示", true, "");
        handler(HOUSING, () -> handlings.draft(id, HOUSING, text)).orThrow();
        handler(HOUSING, () -> handlings.submit(id, HOUSING)).orThrow();
        staff("办公室（演示）", Role.HANDLER, HOUSING, () -> handlings.review(id, HOUSING, true, ""))
                .orThrow();
        return staff("负责人（演示）", Role.ORGAN_HEAD, HOUSING, () -> handlings.review(id, HOUSING, true, ""))
                .orThrow();
    }

    private Handling one(UUID id) {
        return handlings.byFiling(id).orElseThrow();
    }

    private String state(UUID id) {
        return one(id).matter().state();
    }

    private Optional<LocalDate> due(UUID id, String limit) {
        return deadlines.of(one(id).matter().id()).stream()
                .filter(one -> one.limit().equals(limit) && one.ended().isEmpty())
                .flatMap(one -> one.due().stream())
                .findFirst();
    }

    private String ground(UUID id, String verb) {
        return journal.latest(new Journal.ActFilter(verb, "filing:" + id, Optional.empty(), 100)).stream()
                .filter(act -> act.verb().equals(verb))
                .map(Act::ground)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    // ---------------------------------------------------------------- examined, then assigned

    @Test
    void onlyAFiledProposalIsAssignedAndThreePersonsFileIt() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = registered(1);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        assertThat(one(id).matter().procedure()).isEqualTo("proposal");
        assertThat(one(id).matter().number()).isEqualTo(one(id).filing().number());
        assertThat(codes(committee("甲", () -> handlings.screen(id, Screening.ACCEPTED, Optional.empty(), ""))))
                .containsExactly("proposals.handling.examined-by-three");
        assertThat(codes(committee("甲", () -> handlings.assign(id, List.of(new Share(HOUSING, Mode.LEAD, "")), ""))))
                .contains("matter.not-from-here");
        concluded(id, Outcome.FILED);
        assertThat(state(id)).isEqualTo("ACCEPTED");
        committee(
                        "甲",
                        () -> handlings.assign(
                                id,
                                List.of(new Share(HOUSING, Mode.LEAD, ""), new Share(FINANCE, Mode.ASSIST, "")),
                                ""))
                .orThrow();
        // Three months from 2024-02-05 end in the holiday: the next working day.
        assertThat(due(id, "reply")).contains(LocalDate.of(2024, 5, 6));
        assertThat(ground(id, "proposals.assign")).as("no law on deputies").isEqualTo("CPP:2");
    }

    @ParameterizedTest
    @CsvSource({"RETURNED,RETURNED", "LETTER,LETTER", "PUBLIC_OPINION,PUBLIC_OPINION"})
    void whatIsNotFiledEndsAndIsNotAssigned(Outcome outcome, String state) {
        at("2024-02-05T09:00:00+08:00");
        UUID id = concluded(registered(2), outcome);
        assertThat(state(id)).isEqualTo(state);
        assertThat(codes(committee("甲", () -> handlings.assign(id, List.of(new Share(HOUSING, Mode.LEAD, "")), ""))))
                .contains("matter.not-from-here");
    }

    // ---------------------------------------------------------------- answered and judged

    @Test
    void theMemberWhoMovedItJudgesAndNobodyElse() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(3);
        assigned(id);
        assertThat(answered(id).matter().state()).isEqualTo("REPLIED");
        assertThat(codes(member(4, () -> handlings.judge(id, Grade.SATISFIED, Grade.SATISFIED, ""))))
                .containsExactly("matter.not-yours");
        assertThat(codes(committee("甲", () -> handlings.judgeUnderSeal(id, Grade.SATISFIED, Grade.SATISFIED, ""))))
                .containsExactly("proposals.handling.author-judges");
        member(3, () -> handlings.judge(id, Grade.SATISFIED, Grade.BASICALLY, ""))
                .orThrow();
        assertThat(state(id)).isEqualTo("CLOSED");
        assertThat(ground(id, "proposals.judge")).isEqualTo("YC:proposal.judgement");
    }

    @Test
    void whoIsNotSatisfiedHasItHandledAgainAndIsConsultedAfterTheSecondTime() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(5);
        assigned(id);
        answered(id);
        member(5, () -> handlings.judge(id, Grade.SATISFIED, Grade.NOT, "没有时间表（演示）"))
                .orThrow();
        committee("甲", () -> handlings.rehandle(id, true, "")).orThrow();
        assertThat(letter(id).matter().state()).isEqualTo("REPLIED_AGAIN");
        member(5, () -> handlings.judge(id, Grade.BASICALLY, Grade.NOT, "仍无时间表（演示）"))
                .orThrow();
        assertThat(state(id)).isEqualTo("COORDINATION");
        committee("甲", () -> handlings.coordinated(id, "三方协商（演示）")).orThrow();
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void aPartysJudgementIsEnteredFromItsSealAndNamesTheClerk() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = concluded(sealed(), Outcome.FILED);
        assigned(id);
        answered(id);
        assertThat(one(id).moved()).isEqualTo(PARTY.name());
        assertThat(codes(committee("甲", () -> handlings.judgeUnderSeal(id, Grade.NOT, Grade.NOT, ""))))
                .containsExactly("proposals.handling.text-missing");
        committee("甲", () -> handlings.judgeUnderSeal(id, Grade.SATISFIED, Grade.SATISFIED, ""))
                .orThrow();
        assertThat(one(id).feedback().getFirst().entered()).isEqualTo("甲");
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void aSectorsConvenorJudgesForTheSector() {
        at("2024-01-26T10:00:00+08:00");
        Collective sector = new Collective(
                Mover.SECTOR, bodies.memberByNumber(CPPCC, "W006").orElseThrow().groupName());
        UUID id =
                member(6, () -> proposals.draft(CPPCC, TEXT, sector)).orThrow().id();
        member(6, () -> filings.submit(id, true)).orThrow();
        committee("甲", () -> filings.register(id)).orThrow();
        concluded(id, Outcome.FILED);
        assigned(id);
        answered(id);
        assertThat(codes(committee("甲", () -> handlings.judgeUnderSeal(id, Grade.SATISFIED, Grade.SATISFIED, ""))))
                .containsExactly("proposals.handling.author-judges");
        member(6, () -> handlings.judge(id, Grade.SATISFIED, Grade.SATISFIED, ""))
                .orThrow();
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void proposalsHandledTogetherKeepTheirNumbersAndEachIsAnswered() {
        at("2024-02-05T09:00:00+08:00");
        UUID first = filed(7);
        assigned(first);
        UUID other = filed(8);
        committee("甲", () -> handlings.merge(other, first, "内容相同（演示）")).orThrow();
        answered(first);
        assertThat(state(other)).isEqualTo("REPLIED");
        assertThat(one(other).filing().number())
                .isNotEqualTo(one(first).filing().number());
        assertThat(one(other).sealed()).hasSize(1);
    }

    // ---------------------------------------------------------------- taken back, supervised, limited

    @Test
    void aFiledProposalIsTakenBackUntilItIsAssigned() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(9);
        member(9, () -> filings.withdraw(id, "另行提出（演示）")).orThrow();
        assertThat(state(id)).isEqualTo("WITHDRAWN");
        UUID party = concluded(sealed(), Outcome.FILED);
        assertThat(codes(committee("甲", () -> proposals.withdrawUnderSeal(party, " "))))
                .containsExactly("proposals.reason-missing");
        committee("甲", () -> proposals.withdrawUnderSeal(party, "来函撤回（演示）")).orThrow();
        assertThat(state(party)).isEqualTo("WITHDRAWN");
        UUID own = filed(9);
        assertThat(codes(committee("甲", () -> proposals.withdrawUnderSeal(own, "演示"))))
                .containsExactly("proposals.author-withdraws");
        assigned(own);
        assertThatThrownBy(() -> member(9, () -> filings.withdraw(own, "演示"))).isInstanceOf(RefusedException.class);
        assertThat(filings.byId(own).orElseThrow().state()).isEqualTo(Filing.State.DECIDED);
    }

    @Test
    void aKeyProposalIsSupervisedByItsChairAndEveryTimeIsNoted() {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(10);
        Supervision visit = new Supervision(LocalDate.of(2024, 2, 5), "主席（演示）", "到现场督办（演示）");
        assertThat(codes(committee("甲", () -> handlings.supervise(id, visit))))
                .containsExactly("proposals.handling.not-key");
        committee("甲", () -> handlings.key(id, "群众普遍关心（演示）", "主席（演示）")).orThrow();
        assertThat(codes(committee(
                        "甲", () -> handlings.supervise(id, new Supervision(LocalDate.of(2024, 2, 6), "", "演示")))))
                .containsExactlyInAnyOrder("proposals.handling.day-future", "proposals.handling.text-missing");
        committee("甲", () -> handlings.supervise(id, visit)).orThrow();
        assigned(id);
        assertThat(answered(id).supervisions()).containsExactly(visit);
        assertThat(ground(id, "proposals.key")).isEqualTo("CPP:");
    }

    @Test
    void theLimitsAreThoseOfItsPlaceAndNotOfSuggestions() {
        at("2024-02-05T09:00:00+08:00");
        Setting beijing = new Setting("beijing", "jia-yi-bing", true, false);
        assertThat(codes(committee("甲", () -> handlings.set(CPPCC, beijing))))
                .containsExactly("proposals.handling.place-unknown");
        committee("甲", () -> handlings.set(CPPCC, new Setting("sichuan", Setting.NATIONAL.scheme(), true, false)))
                .orThrow();
        UUID id = filed(11);
        assigned(id);
        assertThat(due(id, "reply")).contains(LocalDate.of(2024, 7, 5));
        committee("甲", () -> handlings.set(CPPCC, Setting.NATIONAL)).orThrow();
    }

    // ---------------------------------------------------------------- read

    @Test
    void letterAndPagesSpeakOfProposalsAndMembers() throws Exception {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(12);
        assigned(id);
        String letter = answered(id).sealed().getFirst().id().toString();
        String token = token("handled-clerk");
        String paper = docx(web.perform(get("/handling/" + id + "/replies/" + letter + ".docx")
                        .header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        int number = one(id).filing().number().orElseThrow();
        assertThat(paper)
                .contains("对政协演示市委员会第" + number + "号提案的答复", "演示委12委员", "市政协提案委员会")
                .doesNotContain("建议的答复", "代表");
        for (String path :
                List.of("/handling/desk?body=" + CPPCC, "/handling/" + id, "/handling/settings?body=" + CPPCC)) {
            String page = page(path, token);
            assertThat(page.substring(page.indexOf("<main")))
                    .as(path)
                    .contains("提案")
                    .doesNotContain("代表", "建议办理", "重点督办");
        }
        assertThat(page("/suggestions/" + id, token)).contains("提案者", "演示委12");
    }

    @Test
    void aLapsedRightIsNobodysDelayOnTheDesk() throws Exception {
        at("2024-02-05T09:00:00+08:00");
        UUID id = filed(4);
        assigned(id);
        answered(id);
        at("2024-12-02T09:00:00+08:00");
        String list = page("/handling/desk?body=" + CPPCC + "&part=ANSWERED", token("handled-desk"));
        assertThat(list).contains(id.toString()).doesNotContain("逾期");
    }

    private String token(String login) {
        UUID clerk = accounts.create(Accounts.Kind.DEVICE, login, "演示", Optional.empty(), true)
                .id();
        accounts.giveRole(clerk, Role.SECRETARIAT, CPPCC);
        return accounts.issueToken(clerk, Instant.now().plusSeconds(600));
    }

    private String page(String path, String token) throws Exception {
        return web.perform(get(path).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String docx(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new IOException("no word/document.xml");
    }

    @Test
    void theFiguresOfTheCommitteeReconcile() {
        at("2024-02-06T09:00:00+08:00");
        UUID open = filed(1);
        assigned(filed(2));
        assertThat(one(open).assignments()).isEmpty();
        var figures = statistics
                .count(new Statistics.Scope(
                        CPPCC, Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2024, 2, 6)))
                .all();
        assertThat(figures.count(Measure.SUBMITTED))
                .isEqualTo(figures.count(Measure.FILED)
                        + figures.count(Measure.NOT_FILED)
                        + figures.count(Measure.WITHDRAWN)
                        + figures.count(Measure.UNDECIDED));
        assertThat(figures.count(Measure.FILED))
                .isEqualTo(figures.count(Measure.ASSIGNED) + figures.count(Measure.UNASSIGNED));
        assertThat(figures.count(Measure.OTHER_COURSE)).isZero();
        assertThat(figures.count(Measure.ASSIGNED)).isPositive();
    }
}
