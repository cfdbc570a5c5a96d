package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt.Effect;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gates send: twice, late, out of order, from wrong cards; the roll is right at every instant all the same. */
@YichengTest
class GateTest {

    private static final Path EXAMPLE = Path.of("../examples/shijiazhuang-15-5");
    private static final Instant NINE = Instant.parse("2024-01-26T01:00:00Z");

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Rosters rosters;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @AfterEach
    void backToToday() {
        at(Instant.now());
    }

    private void at(Instant instant) {
        ((PlatformClock) clock).set(instant);
    }

    /** A congress of some members and its sitting, on the morning of the 26th. */
    private List<UUID> hall(String body, int members) {
        at(NINE);
        List<UUID> people = congress.congress(body, members);
        congress.sitting(body + "-1", body);
        at(NINE.plusSeconds(3_600));
        return people;
    }

    private static SignInEvent event(String body, String id, int member, Direction direction, int second) {
        return new SignInEvent(id, NINE.plusSeconds(second), Congress.card(body, member), direction, "GATE-1", second);
    }

    private List<Effect> send(String sitting, SignInEvent... events) {
        return sittings.signIn(sitting, List.of(events)).stream()
                .map(SignInReceipt::effect)
                .toList();
    }

    private int present(String sitting, int second) {
        return sittings.roll(sitting, NINE.plusSeconds(second)).present();
    }

    // ------------------------------------------------------------------ twice, late, out of order

    @Test
    void theSameEventIdAgainChangesNothingWhateverItSays() {
        hall("twice", 3);
        assertThat(send("twice-1", event("twice", "e1", 0, Direction.IN, 10))).containsExactly(Effect.COUNTED);
        assertThat(send(
                        "twice-1",
                        event("twice", "e1", 0, Direction.IN, 10),
                        event("twice", "e1", 0, Direction.OUT, 20),
                        event("twice", "e2", 1, Direction.IN, 30),
                        event("twice", "e2", 1, Direction.IN, 30)))
                .containsExactly(Effect.DUPLICATE, Effect.DUPLICATE, Effect.COUNTED, Effect.DUPLICATE);
        assertThat(sittings.roll("twice-1").present()).isEqualTo(2);
        assertThat(sittings.log("twice-1", 100)).hasSize(2);
    }

    @Test
    void inWhileInAndOutWhileOutHaveNoEffectAndAreKept() {
        hall("idle", 3);
        assertThat(send(
                        "idle-1",
                        event("idle", "e0", 0, Direction.OUT, 5),
                        event("idle", "e1", 0, Direction.IN, 10),
                        event("idle", "e2", 0, Direction.IN, 20),
                        event("idle", "e3", 0, Direction.OUT, 30)))
                .containsExactly(Effect.NO_EFFECT, Effect.COUNTED, Effect.NO_EFFECT, Effect.COUNTED);
        assertThat(sittings.log("idle-1", 100)).hasSize(4);
    }

    @Test
    void anOutThatArrivesBeforeItsInIsSortedByItsTime() {
        hall("order", 3);
        send("order-1", event("order", "out", 0, Direction.OUT, 20));
        send("order-1", event("order", "in", 0, Direction.IN, 10));
        assertThat(sittings.roll("order-1").present()).isZero();
        assertThat(present("order-1", 9)).isZero();
        assertThat(present("order-1", 10)).isEqualTo(1);
        assertThat(present("order-1", 19)).isEqualTo(1);
        assertThat(present("order-1", 20)).isZero();
        assertThat(sittings.everPresent("order-1")).isEqualTo(1);
    }

    /** Opening before the planned time is allowed; the record tells by how much. */
    @ParameterizedTest(name = "planned {0} s from now: {1}")
    @CsvSource({"1500, 25", "1450, 25", "60, 1", "0, -", "-600, -"})
    void theRecordTellsHowMuchEarlierAMeetingOpens(long seconds, String early) {
        at(NINE);
        String id = "early" + seconds;
        congress.congress(id, 3);
        sittings.schedule(new Sittings.NewSitting(
                id,
                id,
                "test:" + id,
                Sitting.Kind.PLENARY,
                1,
                new Bilingual("全体会议", "Plenary"),
                "大礼堂",
                NINE.plusSeconds(seconds)));
        sittings.namePresiding(id, "主持人").orThrow();
        sittings.openSignIn(id).orThrow();
        congress.signIn(id, id, 0, 3);
        at(NINE);
        sittings.open(id).orThrow();

        Act act = journal.latest(new Journal.ActFilter("assembly.sitting.open", "sitting:" + id, Optional.empty(), 1))
                .getFirst();
        assertThat(act.facts().getOrDefault("minutesEarly", "-")).isEqualTo(early);
        assertThat(act.facts().containsKey("plannedAt")).isEqualTo(!early.equals("-"));
    }

    @Test
    void theCounterOfTheDeviceDecidesWithinOneInstant() {
        hall("instant", 3);
        String card = Congress.card("instant", 0);
        SignInEvent in = new SignInEvent("in", NINE, card, Direction.IN, "GATE-1", 1);
        SignInEvent out = new SignInEvent("out", NINE, card, Direction.OUT, "GATE-1", 2);
        send("instant-1", out, in);
        assertThat(sittings.roll("instant-1").present()).isZero();
        assertThat(present("instant-1", 0)).isZero();
    }

    @Test
    void aGateThatWasCutOffSendsItsEventsLaterAndThePastIsCorrected() {
        hall("late", 9);
        congress.signIn("late-1", "late", 0, 3);
        at(NINE.plusSeconds(7_200));
        List<SignInEvent> kept = new ArrayList<>();
        for (int member = 3; member < 8; member++) {
            kept.add(event("late", "kept-" + member, member, Direction.IN, 600 + member));
        }
        assertThat(present("late-1", 900)).isZero();
        assertThat(sittings.signIn("late-1", kept))
                .extracting(SignInReceipt::effect)
                .containsOnly(Effect.COUNTED);
        assertThat(present("late-1", 605)).isEqualTo(3);
        assertThat(present("late-1", 900)).isEqualTo(5);
        assertThat(sittings.roll("late-1").present()).isEqualTo(8);
        AttendanceEntry entry = sittings.log("late-1", 1).getFirst();
        assertThat(entry.event().at()).isEqualTo(NINE.plusSeconds(607));
        assertThat(entry.receivedAt()).isAfter(NINE.plusSeconds(7_198));
    }

    @ParameterizedTest(name = "shuffled by seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLiveRollIsTheReplayWhateverOrderTheEventsCameIn(long seed) {
        String body = "any-" + seed;
        hall(body, 6);
        Random random = new Random(seed);
        List<SignInEvent> events = new ArrayList<>();
        Map<Integer, Direction> last = new LinkedHashMap<>();
        for (int i = 0; i < 120; i++) {
            int member = random.nextInt(6);
            Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
            events.add(event(body, "e" + i, member, direction, i));
            last.put(member, direction);
        }
        Collections.shuffle(events, random);
        for (int from = 0; from < events.size(); from += 7) {
            sittings.signIn(body + "-1", events.subList(from, Math.min(events.size(), from + 7)));
        }
        int expected = (int) last.values().stream()
                .filter(direction -> direction == Direction.IN)
                .count();
        assertThat(sittings.roll(body + "-1").present()).isEqualTo(expected);
        assertThat(present(body + "-1", 120)).isEqualTo(expected);
        assertThat(sittings.presentMembers(body + "-1", NINE.plusSeconds(120))).hasSize(expected);
    }

    @Test
    void fourGatesAtOnceCountEachMemberOnce() {
        hall("gates", 200);
        try (ExecutorService gates = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int gate = 0; gate < 4; gate++) {
                int from = gate * 40;
                all.add(CompletableFuture.runAsync(() -> congress.signIn("gates-1", "gates", from, from + 80), gates));
            }
            all.forEach(CompletableFuture::join);
        }
        assertThat(sittings.roll("gates-1").present()).isEqualTo(200);
        assertThat(sittings.everPresent("gates-1")).isEqualTo(200);
        assertThat(sittings.log("gates-1", 1_000)).hasSize(200);
    }

    // ------------------------------------------------------------------ turned away, and seen

    @Test
    void wrongCardsAreTurnedAwayEachWithItsReasonAndStayInTheLog() {
        hall("wrong", 9);
        congress.congress("elsewhere", 1);
        bodies.changeCard(Congress.card("wrong", 0), Credential.Status.LOST, "遗失")
                .orThrow();
        bodies.changeCard(Congress.card("wrong", 1), Credential.Status.REVOKED, "换发")
                .orThrow();
        bodies.changeStatus("wrong", "M3", Member.MandateStatus.TERMINATED, NINE, "辞职")
                .orThrow();
        bodies.changeStatus("wrong", "M4", Member.MandateStatus.SUSPENDED, NINE, "暂停")
                .orThrow();
        List<SignInEvent> events = List.of(
                new SignInEvent("unknown", NINE, "NO-SUCH-CARD", Direction.IN, "GATE-1", 0),
                event("wrong", "lost", 0, Direction.IN, 1),
                event("wrong", "revoked", 1, Direction.IN, 2),
                event("wrong", "former", 2, Direction.IN, 3),
                event("wrong", "suspended", 3, Direction.IN, 4),
                event("elsewhere", "foreign", 0, Direction.IN, 5),
                event("wrong", "ahead", 4, Direction.IN, 3_600 + 301));

        List<SignInReceipt> receipts = sittings.signIn("wrong-1", events);

        assertThat(receipts)
                .extracting(SignInReceipt::eventId, SignInReceipt::effect, GateTest::code)
                .containsExactly(
                        tuple("unknown", Effect.REJECTED, "assembly.card.unknown"),
                        tuple("lost", Effect.REJECTED, "assembly.card-lost"),
                        tuple("revoked", Effect.REJECTED, "assembly.card-revoked"),
                        tuple("former", Effect.REJECTED, "assembly.former-member"),
                        tuple("suspended", Effect.REJECTED, "assembly.suspended-member"),
                        tuple("foreign", Effect.REJECTED, "assembly.not-of-this-body"),
                        tuple("ahead", Effect.REJECTED, "assembly.event-ahead"));
        assertThat(sittings.log("wrong-1", 100).reversed())
                .extracting(
                        entry -> entry.event().eventId(),
                        AttendanceEntry::effect,
                        entry -> entry.refusal().map(Refusal::code).orElse(""))
                .containsExactlyElementsOf(receipts.stream()
                        .map(receipt -> tuple(receipt.eventId(), receipt.effect(), code(receipt)))
                        .toList());
        assertThat(sittings.roll("wrong-1").present()).isZero();
        assertThat(sittings.everPresent("wrong-1")).isZero();
    }

    private static String code(SignInReceipt receipt) {
        return receipt.refusal().map(Refusal::code).orElse("");
    }

    @Test
    void aCardFoundAgainOpensTheGateButTheRejectedEventStaysRejected() {
        hall("found", 3);
        String card = Congress.card("found", 0);
        bodies.changeCard(card, Credential.Status.LOST, "遗失").orThrow();
        assertThat(send("found-1", event("found", "e1", 0, Direction.IN, 1))).containsExactly(Effect.REJECTED);
        bodies.changeCard(card, Credential.Status.ACTIVE, "找到").orThrow();
        assertThat(send("found-1", event("found", "e1", 0, Direction.IN, 1), event("found", "e2", 0, Direction.IN, 2)))
                .containsExactly(Effect.DUPLICATE, Effect.COUNTED);
        assertThat(sittings.everPresent("found-1")).isEqualTo(1);
    }

    @Test
    void beforeTheDoorsOpenAndAfterTheSittingNobodyIsCounted() {
        at(NINE);
        congress.congress("doors", 3);
        sittings.schedule(new Sittings.NewSitting(
                "doors-1", "doors", "test:doors", Sitting.Kind.PLENARY, 1, new Bilingual("全体会议", "Plenary"), "", NINE));
        SignInReceipt early = sittings.signIn("doors-1", List.of(event("doors", "early", 0, Direction.IN, 1)))
                .getFirst();
        assertThat(code(early)).isEqualTo("assembly.sign-in-not-open");
        sittings.namePresiding("doors-1", "主持人").orThrow();
        sittings.openSignIn("doors-1").orThrow();
        congress.signIn("doors-1", "doors", 0, 3);
        sittings.open("doors-1").orThrow();
        sittings.close("doors-1").orThrow();
        SignInReceipt after = sittings.signIn("doors-1", List.of(event("doors", "after", 0, Direction.OUT, 2)))
                .getFirst();
        assertThat(code(after)).isEqualTo("assembly.sign-in-not-open");
        assertThat(sittings.roll("doors-1").present()).isEqualTo(3);
    }

    @Test
    void aBatchOfNoneAndABatchOfTooManyAreRefusedWhole() {
        hall("batch", 3);
        List<SignInEvent> tooMany = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            tooMany.add(event("batch", "e" + i, 0, Direction.IN, i));
        }
        for (List<SignInEvent> batch : List.of(List.<SignInEvent>of(), tooMany)) {
            assertThatThrownBy(() -> sittings.signIn("batch-1", batch))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.reasons())
                                    .extracting(Refusal::code)
                                    .containsExactly("assembly.events-count"));
        }
        assertThat(sittings.log("batch-1", 10)).isEmpty();
        assertThat(sittings.signIn("batch-1", tooMany.subList(0, 1_000))).hasSize(1_000);
    }

    // ------------------------------------------------------------------ the reported meeting

    @Test
    void theReportedMeetingCountsAsExpectedAtEveryInstantAlsoSentBackwards() throws IOException {
        at(Instant.parse("2024-01-26T05:00:00Z"));
        bodies.add(new Body(
                "reported",
                Body.Kind.CONGRESS,
                new Bilingual("石家庄市人民代表大会", "Congress"),
                new Bilingual("大会", "Congress"),
                "cn-city-congress",
                Optional.empty(),
                true));
        rosters.take("reported", Files.readAllBytes(EXAMPLE.resolve("roster.csv")), true)
                .orThrow();
        List<SignInEvent> events = events();
        for (String sitting : List.of("reported-1", "reported-2")) {
            at(Instant.parse("2024-01-26T05:00:00Z"));
            congress.sitting(sitting, "reported");
            at(Instant.parse("2024-01-26T08:30:00Z"));
            List<SignInReceipt> receipts = sittings.signIn(sitting, events);
            assertExpected(sitting);
            assertThat(receipts.stream().filter(receipt -> receipt.effect() == Effect.REJECTED))
                    .extracting(GateTest::code)
                    .containsExactlyInAnyOrder("assembly.card.unknown", "assembly.former-member");
            assertThat(receipts.stream().filter(receipt -> receipt.effect() == Effect.DUPLICATE))
                    .extracting(SignInReceipt::eventId)
                    .containsExactly("E00011");
            Collections.reverse(events);
        }
    }

    private void assertExpected(String sitting) {
        Map<String, Integer> expected = Map.of(
                "2024-01-26T14:30:00+08:00", 292,
                "2024-01-26T15:00:00+08:00", 582,
                "2024-01-26T15:30:00+08:00", 578,
                "2024-01-26T15:40:00+08:00", 582,
                "2024-01-26T16:05:00+08:00", 579);
        expected.forEach((at, present) -> {
            Instant instant = OffsetDateTime.parse(at).toInstant();
            Roll roll = sittings.roll(sitting, instant);
            assertThat(roll.present()).as(at).isEqualTo(present);
            assertThat(List.of(roll.due(), roll.required())).as(at).containsExactly(633, 422);
            assertThat(sittings.rollByGroup(sitting, instant).stream()
                            .mapToInt(Roll.OfGroup::present)
                            .sum())
                    .as(at)
                    .isEqualTo(present);
        });
        assertThat(sittings.roll(sitting).present()).isEqualTo(579);
        assertThat(sittings.everPresent(sitting)).isEqualTo(582);
    }

    private static List<SignInEvent> events() throws IOException {
        List<SignInEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(EXAMPLE.resolve("sign-in-preliminary.jsonl"))) {
            JsonNode node = JsonMapper.shared().readTree(line);
            events.add(new SignInEvent(
                    node.required("event_id").asString(),
                    OffsetDateTime.parse(node.required("t").asString()).toInstant(),
                    node.required("credential").asString(),
                    Direction.valueOf(node.required("type").asString()),
                    node.required("source").asString(),
                    0));
        }
        return events;
    }
}
