package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Intake;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Proposals of a CPPCC committee, what goes back to its author, and what a place decides. */
@YichengTest
@Import(Congress.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalTest {

    private static final String CPPCC = "proposal-cppcc";
    private static final String CONGRESS = "proposal-congress";
    private static final String SESSION = "congress-session:proposal-cppcc-1";
    private static final Filings.Text PROPOSAL = new Filings.Text(
            "关于完善老旧小区加装电梯的提案（演示）", Map.of(Part.SITUATION, "演示情况", Part.ANALYSIS, "演示分析", Part.ADVICE, "演示建议"));
    private static final Filings.Text SUGGESTION =
            new Filings.Text("关于路灯的建议（演示）", Map.of(Part.SITUATION, "演示情况", Part.ADVICE, "演示建议"));

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Screenings screenings;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Sittings sittings;

    @Autowired
    Windows windows;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @BeforeAll
    void twoBodies() {
        at("2023-09-01T09:00:00+08:00");
        body(CPPCC, Body.Kind.CPPCC, "cn-cppcc", "P");
        body(CONGRESS, Body.Kind.CONGRESS, "cn-city-congress", "Q");
        transaction.executeWithoutResult(_ -> {
            windows.open(SESSION, Window.MOTION, CPPCC, clock.instant(), Citation.of(Law.CPPCC, ""));
            windows.open(
                    "congress-session:proposal-congress-1",
                    Window.MOTION,
                    CONGRESS,
                    clock.instant(),
                    Citation.of(Law.SHANGHAI, 24));
        });
        plenary("proposal-opening", 1, "2024-01-25T09:00:00+08:00");
        plenary("proposal-closing", 2, "2024-01-28T15:00:00+08:00");
        clerk("甲", () -> proposals.intake(CPPCC, LocalDate.of(2024, 1, 25), instant("2024-01-27T12:00:00+08:00")))
                .orThrow();
    }

    private void body(String id, Body.Kind kind, String ruleSet, String prefix) {
        bodies.add(new Body(
                id, kind, new Bilingual("演示" + id, id), new Bilingual("演示", id), ruleSet, Optional.empty(), true));
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 1; i <= 20; i++) {
            String group = i <= 10 ? "EC,经济界" : "ED,教育界";
            roster.append("\n%s%03d,演示%s%d,,,,%s,,2021-09-01,,IN_OFFICE,,,%sC%03d"
                    .formatted(prefix, i, prefix, i, group, prefix, i));
        }
        rosters.take(id, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
    }

    private void plenary(String id, int number, String at) {
        sittings.schedule(new Sittings.NewSitting(
                id, CPPCC, SESSION, Sitting.Kind.PLENARY, number, new Bilingual("全会", "Plenary"), "", instant(at)));
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

    private <T> T as(String number, Supplier<T> action) {
        String body = number.startsWith("P") ? CPPCC : CONGRESS;
        Member member = bodies.memberByNumber(body, number).orElseThrow();
        return run(
                new Caller(
                        Optional.of(UUID.randomUUID()),
                        Optional.of(member.person()),
                        member.name(),
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, body))),
                action);
    }

    /** A clerk of both bodies; the same name is the same account. */
    private <T> T clerk(String name, Supplier<T> action) {
        return run(
                new Caller(
                        Optional.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                        Optional.empty(),
                        name,
                        true,
                        Set.of(
                                new Caller.Grant(Role.SECRETARIAT, CPPCC),
                                new Caller.Grant(Role.SECRETARIAT, CONGRESS))),
                action);
    }

    private static <T> T run(Caller caller, Supplier<T> action) {
        Set<T> result = new HashSet<>();
        caller.run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private Filing submitted(String number, String body, Kind kind, Filings.Text text) {
        return as(
                        number,
                        () -> filings.submit(
                                filings.draft(body, kind, text).orThrow().id(), true))
                .orThrow();
    }

    private Filing registered(String number) {
        Filing filing = submitted(number, CPPCC, Kind.PROPOSAL, PROPOSAL);
        return clerk("甲", () -> filings.register(filing.id())).orThrow();
    }

    private String sector(String number) {
        return bodies.memberByNumber(CPPCC, number).orElseThrow().groupName();
    }

    // ---------------------------------------------------------------- kinds and movers

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCppccCommitteeReceivesProposalsAndNothingElse(Kind kind) {
        at("2024-01-26T09:00:00+08:00");
        String[] refused = {"proposals.kind-not-here"};
        assertThat(codes(as("P001", () -> filings.draft(CPPCC, kind, filled(kind)))))
                .containsExactly(kind == Kind.PROPOSAL ? new String[0] : refused);
        assertThat(codes(as("Q001", () -> filings.draft(CONGRESS, kind, filled(kind)))))
                .containsExactly(kind == Kind.PROPOSAL ? refused : new String[0]);
    }

    private static Filings.Text filled(Kind kind) {
        Map<Part, String> parts = new java.util.EnumMap<>(Part.class);
        kind.parts().forEach(part -> parts.put(part, "演示"));
        return new Filings.Text("演示", parts);
    }

    @Test
    void aDeputyOfTheCongressCannotFileWithTheCppcc() {
        at("2024-01-26T09:00:00+08:00");
        assertThat(codes(as("Q002", () -> filings.draft(CPPCC, Kind.PROPOSAL, PROPOSAL))))
                .containsExactly("proposals.no-mandate-cppcc");
    }

    @Test
    void situationAnalysisAndAdviceAreAllRequired() {
        at("2024-01-26T09:00:00+08:00");
        assertThat(codes(as("P001", () -> filings.draft(CPPCC, Kind.PROPOSAL, new Filings.Text("演示", Map.of())))))
                .containsExactly("proposals.part-missing", "proposals.part-missing", "proposals.part-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-24T23:59:59+08:00, ORDINARY",
        "2023-10-25T00:00:00+08:00, SESSION",
        "2024-01-27T12:00:00+08:00, SESSION",
        "2024-01-27T12:00:01+08:00, ORDINARY"
    })
    void aProposalIsOfTheSessionFromThreeMonthsBeforeUntilTheSecondOfTheDeadline(String at, Intake intake) {
        at("2023-10-01T09:00:00+08:00");
        Filing draft =
                as("P003", () -> filings.draft(CPPCC, Kind.PROPOSAL, PROPOSAL)).orThrow();
        at(at);
        Filing filing = as("P003", () -> filings.submit(draft.id(), true)).orThrow();
        assertThat(proposals.of(filing).intake()).contains(intake);
        assertThat(filing.state()).as("nothing is late").isEqualTo(State.SUBMITTED);
    }

    @Test
    void aSectorsConvenorFilesDuringThePlenaryOnly() {
        at("2024-01-24T09:00:00+08:00");
        assertThat(codes(as(
                        "P001", () -> proposals.draft(CPPCC, PROPOSAL, new Collective(Mover.SECTOR, sector("P011"))))))
                .containsExactly("proposals.not-own-sector");
        Filing draft = as("P001", () -> proposals.draft(CPPCC, PROPOSAL, new Collective(Mover.SECTOR, sector("P001"))))
                .orThrow();
        assertThat(draft.standing()).as("the convenor signs").isOne();
        assertThat(codes(as("P001", () -> filings.submit(draft.id(), true)))).containsExactly("proposals.plenary-only");
        at("2024-01-29T00:00:00+08:00");
        assertThat(codes(as("P001", () -> filings.submit(draft.id(), true)))).containsExactly("proposals.plenary-only");
        at("2024-01-28T23:00:00+08:00");
        Filing filed = as("P001", () -> filings.submit(draft.id(), true)).orThrow();
        assertThat(filed.state()).isEqualTo(State.SUBMITTED);
        assertThat(proposals.of(filed).collective()).contains(new Collective(Mover.SECTOR, sector("P001")));
    }

    @Test
    void aPartyMovesUnderItsSealAndAClerkEntersIt() {
        at("2024-01-26T09:00:00+08:00");
        Collective party = new Collective(Mover.PARTY, "演示党派");
        assertThat(codes(as("P001", () -> proposals.draft(CPPCC, PROPOSAL, party))))
                .containsExactly("proposals.mover-seals");
        assertThat(codes(clerk("甲", () -> proposals.enter(CPPCC, PROPOSAL, party, false))))
                .containsExactly("proposals.seal-missing");
        assertThat(codes(clerk(
                        "甲",
                        () -> proposals.enter(CPPCC, PROPOSAL, new Collective(Mover.SECTOR, sector("P001")), true))))
                .containsExactly("proposals.mover-convened");
        Filing filing =
                clerk("甲", () -> proposals.enter(CPPCC, PROPOSAL, party, true)).orThrow();
        assertThat(filing.state()).isEqualTo(State.SUBMITTED);
        assertThat(filing.mover()).isEqualTo("PARTY");
    }

    // ---------------------------------------------------------------- examined

    @Test
    void twoExaminersAndTheChairAreThreePersons() {
        at("2024-01-26T10:00:00+08:00");
        UUID id = registered("P004").id();
        assertThat(clerk("甲", () -> proposals.review(id, Outcome.FILED, ""))
                        .orThrow()
                        .state())
                .isEqualTo(State.REGISTERED);
        assertThat(codes(clerk("甲", () -> proposals.review(id, Outcome.FILED, ""))))
                .containsExactly("proposals.reviewed-already");
        clerk("乙", () -> proposals.review(id, Outcome.LETTER, "演示理由")).orThrow();
        Filing decided =
                clerk("丙", () -> proposals.review(id, Outcome.FILED, "")).orThrow();
        assertThat(decided.state()).isEqualTo(State.DECIDED);
        assertThat(decided.outcome()).contains(Outcome.FILED);
        assertThat(proposals.of(decided).reviews())
                .extracting(Proposals.Review::outcome)
                .containsExactly(Outcome.FILED, Outcome.LETTER, Outcome.FILED);
        assertThat(codes(clerk("丁", () -> proposals.review(id, Outcome.RETURNED, "演示"))))
                .as("what is decided stays decided")
                .containsExactly("proposals.state-is");
        assertThat(codes(as("P004", () -> filings.reconsider(id)))).contains("proposals.no-reconsideration");
    }

    @ParameterizedTest
    @CsvSource({"RETURNED", "LETTER", "PUBLIC_OPINION"})
    void whatIsNotFiledNeedsAReasonThatTheAuthorReads(Outcome outcome) {
        at("2024-01-26T10:00:00+08:00");
        UUID id = registered("P005").id();
        assertThat(codes(clerk("甲", () -> proposals.review(id, outcome, " "))))
                .containsExactly("proposals.reason-missing");
        clerk("甲", () -> proposals.review(id, outcome, "演示")).orThrow();
        clerk("乙", () -> proposals.review(id, outcome, "演示")).orThrow();
        clerk("丙", () -> proposals.review(id, outcome, "与已有提案重复（演示）")).orThrow();
        Filing own = as("P005", () -> filings.own()).stream()
                .filter(filing -> filing.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(own.outcome()).contains(outcome);
        assertThat(own.opinion().orElseThrow().reason()).isEqualTo("与已有提案重复（演示）");
    }

    @Test
    void aMotionsOutcomeIsNoneOfAProposalAndTheOtherWayRound() {
        at("2024-01-26T10:00:00+08:00");
        UUID id = registered("P006").id();
        assertThat(codes(clerk("甲", () -> proposals.review(id, Outcome.AGENDA, "演示"))))
                .containsExactly("proposals.outcome-not-here");
        assertThat(codes(clerk("甲", () -> filings.examine(id, new Filing.Opinion(Outcome.FILED, "")))))
                .containsExactly("proposals.outcome-not-here");
    }

    // ---------------------------------------------------------------- sent back, declined, the place

    @Test
    void severalMattersGoBackToTheAuthorWhoChangesAndSignsAgain() {
        at("2024-01-26T10:00:00+08:00");
        Filing filing = submitted("Q003", CONGRESS, Kind.SUGGESTION, SUGGESTION);
        assertThat(codes(clerk("甲", () -> screenings.sendBack(filing.id(), Screenings.Because.SEVERAL_MATTERS, ""))))
                .containsExactly("proposals.reason-length");
        Filing back = clerk(
                        "甲", () -> screenings.sendBack(filing.id(), Screenings.Because.SEVERAL_MATTERS, "路灯和停车分开写（演示）"))
                .orThrow();
        assertThat(back.state()).isEqualTo(State.DRAFT);
        assertThat(back.received()).isEmpty();
        assertThat(screenings.note(filing.id()).orElseThrow().reason()).isEqualTo("路灯和停车分开写（演示）");
        Filings.Text split = new Filings.Text("关于路灯的建议（演示）", Map.of(Part.SITUATION, "路灯", Part.ADVICE, "只说路灯"));
        as("Q003", () -> filings.edit(filing.id(), back.version(), split)).orThrow();
        assertThat(as("Q003", () -> filings.submit(filing.id(), true)).orThrow().state())
                .isEqualTo(State.SUBMITTED);
    }

    @Test
    void aSuggestionIsDeclinedForAReasonOfThePlacesLists() {
        at("2024-01-26T10:00:00+08:00");
        Place place = screenings.place(CONGRESS);
        assertThat(place).isEqualTo(Place.USUAL);
        clerk("甲", () -> screenings.change(CONGRESS, new Place(3, 2, false, Set.of(Inadmissible.List.QINGDAO))))
                .orThrow();
        assertThat(Inadmissible.of(screenings.place(CONGRESS).lists()))
                .containsExactly(
                        Inadmissible.PERSONAL,
                        Inadmissible.COURT_CASE,
                        Inadmissible.COMPLAINT,
                        Inadmissible.ACADEMIC,
                        Inadmissible.EMPTY);
        Filing filing = submitted("Q004", CONGRESS, Kind.SUGGESTION, SUGGESTION);
        assertThat(codes(clerk("甲", () -> screenings.decline(filing.id(), Outcome.LETTER, Inadmissible.TENDER, "演示"))))
                .containsExactly("proposals.reason-not-listed");
        Filing letter = clerk(
                        "甲", () -> screenings.decline(filing.id(), Outcome.LETTER, Inadmissible.COMPLAINT, "属申诉（演示）"))
                .orThrow();
        assertThat(letter.state()).isEqualTo(State.DECIDED);
        assertThat(letter.outcome()).contains(Outcome.LETTER);
        assertThat(journal.latest(Journal.ActFilter.any(1)).getFirst().ground()).contains("QDS:11");
        clerk("甲", () -> screenings.change(CONGRESS, Place.USUAL)).orThrow();
    }

    @Test
    void wherePlacesAskForItASuggestionSaysHowItsAuthorIsReached() {
        at("2024-01-26T10:00:00+08:00");
        clerk("甲", () -> screenings.change(CONGRESS, new Place(3, 2, true, Set.of())))
                .orThrow();
        Filing draft = as("Q005", () -> filings.draft(CONGRESS, Kind.SUGGESTION, SUGGESTION))
                .orThrow();
        assertThat(codes(as("Q005", () -> filings.submit(draft.id(), true))))
                .containsExactly("proposals.contact-missing");
        assertThat(codes(as("Q006", () -> screenings.contact(draft.id(), "演示"))))
                .contains("proposals.not-lead");
        as("Q005", () -> screenings.contact(draft.id(), "演示联系方式")).orThrow();
        assertThat(as("Q005", () -> filings.submit(draft.id(), true)).orThrow().state())
                .isEqualTo(State.SUBMITTED);
        clerk("甲", () -> screenings.change(CONGRESS, Place.USUAL)).orThrow();
    }

    @ParameterizedTest
    @CsvSource({"13, 2", "-1, 2", "3, 3", "3, -1"})
    void settingsOutsideTheirRangeAreRefused(int months, int examiners) {
        assertThat(codes(clerk("甲", () -> screenings.change(CPPCC, new Place(months, examiners, false, Set.of())))))
                .containsExactly("proposals.place-range");
    }

    @Test
    void theDraftOfALawIsPartOfWhatIsSigned() {
        at("2024-01-26T10:00:00+08:00");
        Map<Part, String> three = Map.of(Part.CASE, "演示", Part.BASIS, "演示", Part.PLAN, "演示");
        Filing draft = as("Q007", () -> filings.draft(CONGRESS, Kind.MOTION, new Filings.Text("演示", three)))
                .orThrow();
        Map<Part, String> four = Map.of(Part.CASE, "演示", Part.BASIS, "演示", Part.PLAN, "演示", Part.DRAFT, "第一条（演示）");
        Filing with = as("Q007", () -> filings.edit(draft.id(), draft.version(), new Filings.Text("演示", four)))
                .orThrow();
        assertThat(with.textHash()).isNotEqualTo(draft.textHash());
        assertThat(with.parts()).containsEntry(Part.DRAFT, "第一条（演示）");
    }
}
