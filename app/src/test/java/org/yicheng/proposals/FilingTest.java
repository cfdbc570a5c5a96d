package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Exchange;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What deputies file: signed by ten, in time to the second, decided by the presidium; nothing is ever lost. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilingTest {

    private static final String BODY = "filing-congress";
    private static final String SUBJECT = "congress-session:filing";
    private static final OffsetDateTime DEADLINE = OffsetDateTime.parse("2024-01-28T12:00:00+08:00");
    private static final Filings.Text MOTION =
            new Filings.Text("关于加快生物医药产业发展的议案（演示）", Map.of(Part.CASE, "演示案由", Part.BASIS, "演示案据", Part.PLAN, "演示方案"));

    @Autowired
    Filings filings;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Windows windows;

    @Autowired
    Matters matters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Exchange exchange;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @BeforeAll
    void aCongressOf100() {
        at("2024-01-26T15:00:00+08:00");
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("演示代表大会", "Congress"),
                new Bilingual("大会", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 1; i <= 100; i++) {
            roster.append("\nF%03d,演示%03d,,,,CAQ,长安区,,2021-09-01,,IN_OFFICE,,,FC%03d".formatted(i, i, i));
        }
        rosters.take(BODY, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
        transaction.executeWithoutResult(_ -> {
            windows.open(SUBJECT, "motion", BODY, clock.instant(), Citation.of(Law.SHANGHAI, 24));
            windows.end(SUBJECT, "motion", DEADLINE.toInstant(), Citation.of(Law.GUANGDONG, 12));
        });
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void at(String instant) {
        ((PlatformClock) clock).set(OffsetDateTime.parse(instant).toInstant());
    }

    private static String number(int i) {
        return "F%03d".formatted(i);
    }

    private <T> T as(int deputy, java.util.function.Supplier<T> action) {
        Member member = bodies.memberByNumber(BODY, number(deputy)).orElseThrow();
        Set<T> result = new HashSet<>();
        new Caller(
                        Optional.of(UUID.randomUUID()),
                        Optional.of(member.person()),
                        member.name(),
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, BODY)))
                .run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    private Filing motion(int lead, int signers) {
        return filed(Kind.MOTION, MOTION, lead, signers);
    }

    private Filing filed(Kind kind, Filings.Text text, int lead, int signers) {
        Filing draft = as(lead, () -> filings.draft(BODY, kind, text)).orThrow();
        IntStream.range(lead + 1, lead + signers)
                .forEach(i ->
                        as(i, () -> filings.sign(draft.id(), draft.textHash())).orThrow());
        return filings.byId(draft.id()).orElseThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    // ---------------------------------------------------------------- R9, example 16 and 17

    @ParameterizedTest
    @CsvSource({
        "2024-01-28T12:00:00+08:00, 10, SUBMITTED,",
        "2024-01-28T12:00:01+08:00, 10, OFFERED, LATE",
        "2024-01-28T11:00:00+08:00, 9, OFFERED, TOO_FEW_SIGNERS"
    })
    void receivedInTheSecondOfTheDeadlineWithTenNamesIsAMotion(String at, int signers, State state, String shortfall) {
        at("2024-01-27T09:00:00+08:00");
        Filing draft = motion(1, signers);
        at(at);
        Filing filing = as(1, () -> filings.submit(draft.id(), true)).orThrow();
        assertThat(filing.state()).isEqualTo(state);
        assertThat(filing.shortfall()).isEqualTo(Optional.ofNullable(shortfall));
        assertThat(filing.received().orElseThrow())
                .isCloseTo(OffsetDateTime.parse(at).toInstant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void aLateMotionBecomesASuggestionWithBothKept() {
        at("2024-01-28T11:59:59+08:00");
        Filing draft = motion(20, 10);
        at("2024-01-28T12:00:01+08:00");
        as(20, () -> filings.submit(draft.id(), true)).orThrow();
        Filing suggestion = as(20, () -> filings.asSuggestion(draft.id())).orThrow();
        assertThat(suggestion.kind()).isEqualTo(Kind.SUGGESTION);
        assertThat(suggestion.number()).isPresent();
        assertThat(suggestion.standing()).isEqualTo(10);
        assertThat(suggestion.linked()).contains(draft.id());
        Filing old = filings.byId(draft.id()).orElseThrow();
        assertThat(old.state()).isEqualTo(State.CONVERTED);
        assertThat(old.linked()).contains(suggestion.id());
    }

    @Test
    void aSignatureStandsOnlyForTheTextThatWasSigned() {
        at("2024-01-27T09:00:00+08:00");
        Filing draft = motion(30, 10);
        Filings.Text other =
                new Filings.Text(MOTION.title(), Map.of(Part.CASE, "演示案由", Part.BASIS, "演示案据", Part.PLAN, "另一方案"));
        Filing changed =
                as(30, () -> filings.edit(draft.id(), draft.version(), other)).orThrow();
        assertThat(changed.standing()).isEqualTo(1);
        assertThat(codes(as(31, () -> filings.sign(draft.id(), draft.textHash()))))
                .containsExactly("proposals.text-changed");
        assertThat(codes(as(30, () -> filings.edit(draft.id(), draft.version(), other))))
                .containsExactly("proposals.stale");
        as(31, () -> filings.sign(draft.id(), changed.textHash())).orThrow();
        assertThat(filings.byId(draft.id()).orElseThrow().standing()).isEqualTo(2);
    }

    @Test
    void aReplacedDeputysNameDoesNotCount() {
        at("2024-01-27T09:00:00+08:00");
        Filing draft = motion(40, 10);
        bodies.changeStatus(BODY, number(49), Member.MandateStatus.TERMINATED, clock.instant(), "补选更替（演示）")
                .orThrow();
        Filing filing = as(40, () -> filings.submit(draft.id(), true)).orThrow();
        assertThat(filing.shortfall()).contains("TOO_FEW_SIGNERS");
        assertThat(filing.standing()).isEqualTo(9);
    }

    @Test
    void everyMissingPartIsSaidAtOnce() {
        at("2024-01-27T09:00:00+08:00");
        assertThat(codes(as(1, () -> filings.draft(BODY, Kind.MOTION, new Filings.Text("", Map.of())))))
                .containsExactly(
                        "proposals.title-length",
                        "proposals.part-missing",
                        "proposals.part-missing",
                        "proposals.part-missing");
    }

    // ---------------------------------------------------------------- R11, R12, R13, R14

    @ParameterizedTest
    @CsvSource({"INTERPELLATION, 10", "INQUIRY, 1", "DISMISSAL, 10", "INVESTIGATION, 10", "SUGGESTION, 1"})
    void eachKindNeedsItsSignersAndSaysHowManyAreMissing(Kind kind, int required) {
        at("2024-01-27T09:00:00+08:00");
        Map<Part, String> parts = new java.util.EnumMap<>(Part.class);
        kind.parts().forEach(part -> parts.put(part, "演示"));
        Filings.Text text = new Filings.Text("演示", parts);
        if (required > 1) {
            Filing few = filed(kind, text, 50, required - 1);
            Ruling<Filing> refused = as(50, () -> filings.submit(few.id(), true));
            assertThat(codes(refused)).containsExactly("proposals.too-few-signers");
            assertThat(((Ruling.Refused<?>) refused).reasons().getFirst().facts())
                    .containsEntry("required", required)
                    .containsEntry("missing", 1);
        }
        Filing enough = filed(kind, text, 60, required);
        if (kind.oneMatter()) {
            assertThat(codes(as(60, () -> filings.submit(enough.id(), false))))
                    .containsExactly("proposals.one-matter-missing");
        }
        assertThat(as(60, () -> filings.submit(enough.id(), true)).orThrow().state())
                .isEqualTo(State.SUBMITTED);
    }

    @Test
    void moreThanHalfOfTheSignersRequireASecondAnswer() {
        at("2024-01-27T09:00:00+08:00");
        Filing draft = filed(
                Kind.INTERPELLATION,
                new Filings.Text("演示", Map.of(Part.ADDRESSEE, "演示机关", Part.QUESTION, "问", Part.CONTENT, "内容")),
                70,
                10);
        as(70, () -> filings.submit(draft.id(), true)).orThrow();
        filings.register(draft.id()).orThrow();
        filings.answer(draft.id(), "演示答复").orThrow();
        IntStream.range(70, 75)
                .forEach(i -> as(i, () -> filings.notSatisfied(draft.id())).orThrow());
        assertThat(codes(filings.answer(draft.id(), "再次答复"))).containsExactly("proposals.answered");
        as(75, () -> filings.notSatisfied(draft.id())).orThrow();
        assertThat(filings.answer(draft.id(), "再次答复").orThrow().answer()).contains("再次答复");
    }

    // ---------------------------------------------------------------- R8, R10, R24

    @Test
    void thePresidiumDecidesOnTheReportAndConsentsToAWithdrawal() {
        at("2024-01-28T10:00:00+08:00");
        Filing agenda = registered(motion(80, 10), 80);
        Filing declined = registered(motion(81, 10), 81);
        filings.examine(agenda.id(), new Filing.Opinion(Outcome.AGENDA, "")).orThrow();
        assertThat(codes(filings.examine(declined.id(), new Filing.Opinion(Outcome.NOT_A_MOTION, ""))))
                .containsExactly("proposals.reason-missing");
        filings.examine(declined.id(), new Filing.Opinion(Outcome.NOT_A_MOTION, "不属本级职权（演示）"))
                .orThrow();
        String sitting = presidiumMeeting("filing-presidium-2");
        Question report = filings.report(SUBJECT, sitting).orThrow();
        assertThat(report.text()).contains("列入会议议程", "不作为议案（不属本级职权（演示））");
        adopt(report);
        assertThat(filings.byId(agenda.id()).orElseThrow().outcome()).contains(Outcome.AGENDA);
        assertThat(codes(as(80, () -> filings.withdraw(agenda.id(), "演示"))))
                .containsExactly("proposals.withdrawal-needs-consent");
        Question consent = filings.consent(agenda.id(), sitting).orThrow();
        adopt(consent);
        assertThat(filings.byId(agenda.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        itsVotesAreExported(agenda, List.of(report, consent));

        // More than half of ten signers, two hours before the presidium's last meeting at the latest.
        IntStream.range(81, 86)
                .forEach(i -> as(i, () -> filings.reconsider(declined.id())).orThrow());
        assertThat(filings.byId(declined.id()).orElseThrow().state()).isEqualTo(State.DECIDED);
        at("2024-01-29T08:00:01+08:00");
        assertThat(codes(as(86, () -> filings.reconsider(declined.id()))))
                .containsExactly("proposals.reconsideration-late");
        at("2024-01-29T07:59:59+08:00");
        as(86, () -> filings.reconsider(declined.id())).orThrow();
        assertThat(filings.byId(declined.id()).orElseThrow().state()).isEqualTo(State.REGISTERED);
        assertThat(course(agenda)).isEqualTo("TERMINATED");
        assertThat(course(declined)).isEqualTo("RECONSIDERATION");
    }

    /** As Popolo: the motion names the vote events of the questions by which was decided about it. */
    private void itsVotesAreExported(Filing filing, List<Question> questions) {
        JsonNode popolo = json.readTree(exchange.popolo(BODY));
        JsonNode motion = popolo.get("motions")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(filing.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(motion.get("result").asString()).isEqualTo("withdrawn");
        assertThat(motion.get("sponsors").size()).isEqualTo(10);
        List<String> votes = popolo.get("vote_events")
                .valueStream()
                .map(vote -> vote.get("id").asString())
                .toList();
        assertThat(motion.get("vote_events")
                        .valueStream()
                        .map(vote -> vote.get("id").asString()))
                .containsExactlyInAnyOrderElementsOf(questions.stream()
                        .map(question -> "vote-" + question.id())
                        .toList())
                .isSubsetOf(votes);
    }

    private String course(Filing filing) {
        return matters.bySubject("filing:" + filing.id()).orElseThrow().state();
    }

    @Test
    void aMotionTakenAsASuggestionKeepsBothNumbersAndOneLeftForLaterIsTracked() {
        at("2024-01-28T11:00:00+08:00");
        Filing suggested = registered(motion(80, 10), 80);
        Filing later = registered(motion(81, 10), 81);
        filings.examine(suggested.id(), new Filing.Opinion(Outcome.TO_SUGGESTION, "宜作为建议办理（演示）"))
                .orThrow();
        filings.examine(later.id(), new Filing.Opinion(Outcome.AFTER_SESSION, ""))
                .orThrow();
        adopt(filings.report(SUBJECT, presidiumMeeting("filing-presidium-3")).orThrow());
        Filing decided = filings.byId(suggested.id()).orElseThrow();
        Filing suggestion = filings.byId(decided.linked().orElseThrow()).orElseThrow();
        assertThat(suggestion.kind()).isEqualTo(Kind.SUGGESTION);
        assertThat(suggestion.number()).isPresent();
        assertThat(decided.number()).isEqualTo(suggested.number());
        assertThat(course(suggested)).isEqualTo("CONVERTED_TO_SUGGESTION");
        assertThat(course(suggestion)).isEqualTo("SUBMITTED");
        assertThat(course(later)).isEqualTo("AFTER_SESSION");
    }

    private Filing registered(Filing draft, int lead) {
        as(lead, () -> filings.submit(draft.id(), true)).orThrow();
        return filings.register(draft.id()).orThrow();
    }

    /** A presidium meeting on the 28th at 10:00 with five present; another one comes on the 29th at 10:00. */
    private String presidiumMeeting(String id) {
        String presidium = id + "-body";
        bodies.add(new Body(
                presidium,
                Body.Kind.PRESIDIUM,
                new Bilingual("演示主席团", "Presidium"),
                new Bilingual("主席团", "Presidium"),
                "cn-presidium",
                Optional.of(BODY),
                true));
        bodies.enrol(
                        presidium,
                        IntStream.rangeClosed(90, 94)
                                .mapToObj(i ->
                                        bodies.memberByNumber(BODY, number(i)).orElseThrow())
                                .map(member -> new org.yicheng.assembly.NewMember(
                                        member.number(),
                                        member.person(),
                                        "",
                                        member.electingUnit(),
                                        Member.MandateStatus.IN_OFFICE,
                                        member.from(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ""))
                                .toList())
                .orThrow();
        schedule(id, presidium, 2, "2024-01-28T10:00:00+08:00");
        schedule(id + "-last", presidium, 3, "2024-01-29T10:00:00+08:00");
        sittings.namePresiding(id, "演示").orThrow();
        sittings.openSignIn(id).orThrow();
        IntStream.rangeClosed(90, 94)
                .forEach(i -> sittings.signInByHand(
                        id, "FC%03d".formatted(i), org.yicheng.assembly.SignInEvent.Direction.IN, "演示"));
        sittings.open(id).orThrow();
        return id;
    }

    private void schedule(String id, String presidium, int number, String at) {
        sittings.schedule(new Sittings.NewSitting(
                id,
                presidium,
                SUBJECT,
                Sitting.Kind.PRESIDIUM,
                number,
                new Bilingual("主席团会议", "Presidium meeting"),
                "演示",
                OffsetDateTime.parse(at).toInstant()));
    }

    private void adopt(Question question) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        IntStream.rangeClosed(90, 94).forEach(i -> {
            UUID person = bodies.memberByNumber(BODY, number(i)).orElseThrow().person();
            questions
                    .press(question.id(), person, org.yicheng.assembly.Mark.FOR, "k" + i)
                    .join()
                    .orThrow();
        });
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
    }

    @Test
    void aBodyFilesWithoutSignersAndOnlyTheBodiesOfTheLaw() {
        at("2024-01-27T09:00:00+08:00");
        assertThat(filings.file(BODY, Kind.MOTION, MOTION, "GOVERNMENT")
                        .orThrow()
                        .state())
                .isEqualTo(State.SUBMITTED);
        assertThat(codes(filings.file(BODY, Kind.MOTION, MOTION, "A_FIRM"))).containsExactly("proposals.mover-unknown");
        assertThat(codes(filings.file(
                        BODY,
                        Kind.INQUIRY,
                        new Filings.Text("演示", Map.of(Part.ADDRESSEE, "演示", Part.QUESTION, "演示")),
                        "GOVERNMENT")))
                .containsExactly("proposals.deputies-only");
    }
}
