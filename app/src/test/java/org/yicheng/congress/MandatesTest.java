package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Duties;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Mandates.Ground;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** The register of mandates: every ground, and what counts from when. */
@YichengTest
class MandatesTest {

    private static final String DECISION = "市人大常委会第十七次会议";

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Mandates mandates;

    @Autowired
    Duties duties;

    @Autowired
    ByElections elections;

    @Autowired
    Sessions sessions;

    @Autowired
    LeaveRequests leave;

    @Autowired
    Absences absences;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private SignInReceipt passGate(String sitting, String card) {
        return sittings.signIn(
                        sitting,
                        List.of(new SignInEvent(
                                UUID.randomUUID().toString(),
                                clock.instant(),
                                card,
                                SignInEvent.Direction.IN,
                                "GATE-9",
                                System.nanoTime())))
                .getFirst();
    }

    private UUID openVote(String sitting) {
        Question question = questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual("决议", "Resolution"),
                "决议",
                "test:mandates",
                VotingMode.ELECTRONIC_UNRECORDED));
        questions.put(question.id()).orThrow();
        return questions.open(question.id()).orThrow().id();
    }

    /** Example 18: replaced by by-election: old card revoked, new one active, N unchanged, old votes stand. */
    @Test
    void aDeputyReplacedByByElectionKeepsNAndTheVotesCast() {
        List<UUID> people = congress.congress("npc18", 9);
        congress.sitting("npc18-1", "npc18");
        congress.signIn("npc18-1", "npc18", 0, 8);
        sittings.open("npc18-1").orThrow();
        UUID vote = openVote("npc18-1");
        for (int i = 0; i < 5; i++) {
            questions.press(vote, people.get(i), Mark.FOR, "k").join().orThrow();
        }
        mandates.end("npc18", "M1", Ground.RESIGNED, clock.instant(), DECISION).orThrow();
        assertThat(bodies.due("npc18", clock.instant())).isEqualTo(8);
        assertThat(mandates.vacancies("npc18"))
                .extracting(member -> member.number())
                .containsExactly("M1");
        elections
                .fill(
                        "npc18",
                        "M1",
                        new ByElections.Elected("演示新", Optional.of("女"), "M10", "npc18-NEW", "01-00"),
                        clock.instant(),
                        DECISION)
                .orThrow();

        assertThat(bodies.due("npc18", clock.instant())).isEqualTo(9);
        assertThat(mandates.vacancies("npc18")).isEmpty();
        assertThat(passGate("npc18-1", Congress.card("npc18", 0)).effect()).isEqualTo(SignInReceipt.Effect.REJECTED);
        assertThat(bodies.card(Congress.card("npc18", 0)).orElseThrow().status())
                .isEqualTo(Credential.Status.REVOKED);
        assertThat(passGate("npc18-1", "npc18-NEW").effect()).isEqualTo(SignInReceipt.Effect.COUNTED);
        Outcome outcome = questions.close(vote).orThrow().outcome().orElseThrow();
        assertThat(outcome.due()).isEqualTo(9);
        assertThat(outcome.votes().votesFor()).isEqualTo(5);
        assertThat(outcome.result()).isEqualTo(Outcome.Result.ADOPTED);
        assertThat(mandates.changes("npc18").getFirst().successor()).contains("M10");
        assertThat(codes(elections.fill(
                        "npc18",
                        "M3",
                        new ByElections.Elected("", Optional.of("x"), "M11", "npc18-N2", ""),
                        clock.instant(),
                        DECISION)))
                .containsExactly("congress.name-length", "congress.sex-form");
        assertThat(journal.firstFault()).isEmpty();
    }

    /** A vote that opened before a mandate ended keeps its N; the next vote counts without it. */
    @Test
    void aChangeCountsFromItsInstantAndAVoteKeepsItsFrozenN() {
        List<UUID> people = congress.congress("npcn", 4);
        congress.sitting("npcn-1", "npcn");
        congress.signIn("npcn-1", "npcn", 0, 4);
        sittings.open("npcn-1").orThrow();
        UUID before = openVote("npcn-1");
        Instant morning = clock.instant();
        mandates.end("npcn", "M4", Ground.MOVED, clock.instant(), DECISION).orThrow();
        assertThat(sittings.roll("npcn-1").present()).isEqualTo(3);
        assertThat(sittings.roll("npcn-1", morning).due()).isEqualTo(4);
        questions.press(before, people.getFirst(), Mark.FOR, "k").join().orThrow();
        Outcome outcome = questions.close(before).orThrow().outcome().orElseThrow();
        assertThat(outcome.due()).isEqualTo(4);
        assertThat(outcome.required()).isEqualTo(3);
        questions.declare(before).orThrow();
        UUID after = openVote("npcn-1");
        assertThat(questions.byId(after).orElseThrow().membersDue()).contains(3);
    }

    @Test
    void aSuspendedDeputyStaysInNAndCannotVoteUntilResumed() {
        List<UUID> people = congress.congress("npcs", 4);
        congress.sitting("npcs-1", "npcs");
        congress.signIn("npcs-1", "npcs", 0, 4);
        sittings.open("npcs-1").orThrow();
        assertThat(codes(mandates.suspend("npcs", "M2", Ground.RECALLED, clock.instant(), DECISION)))
                .containsExactly("assembly.ground-does-not-suspend");
        mandates.suspend("npcs", "M2", Ground.DETAINED, clock.instant(), DECISION)
                .orThrow();
        assertThat(bodies.due("npcs", clock.instant())).isEqualTo(4);
        assertThat(sittings.roll("npcs-1").present()).isEqualTo(3);
        UUID vote = openVote("npcs-1");
        assertThat(codes(questions.press(vote, people.get(1), Mark.FOR, "k").join()))
                .contains("assembly.mandate-suspended");
        assertThat(codes(mandates.suspend("npcs", "M2", Ground.DETAINED, clock.instant(), DECISION)))
                .containsExactly("assembly.mandate-status");
        mandates.resume("npcs", "M2", clock.instant(), DECISION).orThrow();
        assertThat(passGate("npcs-1", Congress.card("npcs", 1)).effect()).isEqualTo(SignInReceipt.Effect.COUNTED);
        assertThat(codes(mandates.resume("npcs", "M2", clock.instant(), DECISION)))
                .containsExactly("assembly.mandate-status");
    }

    @Test
    void everythingWrongWithAChangeIsSaidAtOnce() {
        congress.congress("npcf", 2);
        Ruling<Mandates.Change> ruling =
                mandates.end("npcf", "M1", Ground.DETAINED, clock.instant().plusSeconds(3_600), " ");
        assertThat(codes(ruling))
                .containsExactly(
                        "assembly.mandate-instant", "assembly.decision-missing", "assembly.ground-does-not-end");
        assertThat(codes(mandates.end("npcf", "M9", Ground.DECEASED, clock.instant(), DECISION)))
                .contains("assembly.member.unknown");
        mandates.end("npcf", "M1", Ground.DECEASED, clock.instant(), DECISION).orThrow();
        assertThat(codes(mandates.resume("npcf", "M1", clock.instant(), DECISION)))
                .containsExactly("assembly.mandate-status");
        ByElections.Elected taken =
                new ByElections.Elected("演示乙", Optional.empty(), "M3", Congress.card("npcf", 1), "");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> elections.fill("npcf", "M1", taken, clock.instant(), DECISION))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refusal::code)
                                .containsExactly("assembly.card-not-free"));
        assertThat(jdbc.queryForObject("select count(*) from assembly.mandate where body = 'npcf'", Integer.class))
                .isEqualTo(2);
    }

    /** R29: a deputy of two congresses is shown for somebody to look at; each body counts the person once. */
    @Test
    void aDeputyOfTwoCongressesIsShownAndCountedOnceInEach() {
        List<UUID> city = congress.congress("npccity", 3);
        congress.congress("npcdistrict", 1);
        bodies.enrol(
                        "npcdistrict",
                        List.of(new org.yicheng.assembly.NewMember(
                                "D9",
                                city.getFirst(),
                                "A",
                                "长安区",
                                MandateStatus.IN_OFFICE,
                                LocalDate.of(2021, 9, 1),
                                Optional.empty(),
                                Optional.empty(),
                                "")))
                .orThrow();
        assertThat(mandates.dual("npccity"))
                .extracting(
                        dual -> dual.member().number(), dual -> dual.otherBody().id(), Mandates.Dual::otherNumber)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("M1", "npcdistrict", "D9"));
        assertThat(bodies.due("npccity", clock.instant())).isEqualTo(3);
        assertThat(bodies.due("npcdistrict", clock.instant())).isEqualTo(2);
        mandates.end("npccity", "M1", Ground.MOVED, clock.instant(), DECISION).orThrow();
        assertThat(bodies.activeCardOf(city.getFirst()))
                .as("the card still opens the other congress's gates")
                .isPresent();
    }

    private String session(String body, int number) {
        String id = body + "-s" + number;
        LocalDate day = LocalDate.of(2023, 1, number);
        sessions.plan(new Sessions.NewSession(
                        id, body, number, new Bilingual(id, id), new Bilingual(id, id), day, day, "大礼堂", true))
                .orThrow();
        return id;
    }

    /** A session that was held and is over; the first members came. */
    private String held(String body, int number, int present) {
        String id = session(body, number);
        String sitting = id + "-p";
        sittings.schedule(new Sittings.NewSitting(
                sitting,
                body,
                "congress-session:" + id,
                org.yicheng.assembly.Sitting.Kind.OTHER,
                1,
                new Bilingual("会议", "Meeting"),
                "",
                clock.instant()));
        sittings.namePresiding(sitting, "主持人").orThrow();
        sittings.openSignIn(sitting).orThrow();
        congress.signIn(sitting, body, 0, present);
        return id;
    }

    private void over(String session) {
        sittings.open(session + "-p").orThrow();
        sittings.close(session + "-p").orThrow();
        jdbc.update("update congress.session set state = 'CLOSED' where id = ?", session);
    }

    /** R26: once without leave is a warning, twice a proposal; nothing ends by itself. */
    @Test
    void twoSessionsMissedWithoutLeaveAreAProposalAndNothingEndsByItself() {
        List<UUID> people = congress.congress("npc26", 6);
        String first = held("npc26", 1, 4);
        assertThat(codes(leave.ask(first, people.get(4), Optional.empty(), "")))
                .containsExactly("congress.leave-reason");
        LeaveRequests.Request request =
                leave.ask(first, people.get(4), Optional.empty(), "住院").orThrow();
        assertThat(codes(leave.ask(first, people.get(4), Optional.empty(), "住院")))
                .containsExactly("congress.leave-pending");
        assertThat(codes(leave.decide(request.id(), false, ""))).containsExactly("congress.leave-answer");
        leave.decide(request.id(), true, "").orThrow();
        assertThat(codes(leave.withdraw(request.id(), people.get(4)))).containsExactly("congress.leave-decided");
        assertThat(sittings.roll(first + "-p").onLeave()).isEqualTo(1);
        over(first);
        assertThat(absences.of("npc26"))
                .extracting(absence -> absence.member().number(), Absences.Absence::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("M6", Absences.Level.WARNING));
        assertThat(codes(leave.enter(first, "M6", Optional.empty(), "补假"))).containsExactly("congress.leave-too-late");

        over(held("npc26", 2, 4));
        assertThat(absences.of("npc26"))
                .extracting(absence -> absence.member().number(), Absences.Absence::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M6", Absences.Level.PROPOSAL),
                        org.assertj.core.groups.Tuple.tuple("M5", Absences.Level.WARNING));
        assertThat(bodies.memberByNumber("npc26", "M6").orElseThrow().status()).isEqualTo(MandateStatus.IN_OFFICE);
        mandates.end("npc26", "M6", Ground.ABSENT_TWICE, clock.instant(), DECISION)
                .orThrow();
        assertThat(absences.of("npc26"))
                .extracting(absence -> absence.member().number())
                .containsExactly("M5");
    }

    @Test
    void dutiesSayThatOneVotedAndNeverHow() {
        List<UUID> people = congress.congress("npcd", 3);
        congress.sitting("npcd-1", "npcd");
        congress.signIn("npcd-1", "npcd", 0, 2);
        sittings.grantLeave("npcd-1", "M3", "x").orThrow();
        sittings.open("npcd-1").orThrow();
        UUID vote = openVote("npcd-1");
        questions.press(vote, people.getFirst(), Mark.AGAINST, "k").join().orThrow();
        questions.close(vote).orThrow();
        assertThat(duties.of("npcd", "test:npcd"))
                .containsExactly(
                        new Duties.Figures("M1", 1, 1, 0, 1, 1),
                        new Duties.Figures("M2", 1, 1, 0, 1, 0),
                        new Duties.Figures("M3", 1, 0, 1, 1, 0));
    }
}
