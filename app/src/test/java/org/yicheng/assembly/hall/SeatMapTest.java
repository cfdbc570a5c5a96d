package org.yicheng.assembly.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.SignInReceipt.Effect;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.assembly.hall.HallGrid.Rows;
import org.yicheng.assembly.hall.SeatMap.Presence;
import org.yicheng.assembly.hall.SeatMaps.Margin;
import org.yicheng.assembly.hall.Seatings.Order;
import org.yicheng.assembly.hall.VotingUnits.Report;
import org.yicheng.assembly.hall.VotingUnits.Source;
import org.yicheng.assembly.hall.VotingUnits.State;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;

/** What the hall shows while people come, vote and leave, and who is counted in which book (GB 50799-2012, 12.2). */
@YichengTest
class SeatMapTest {

    private static final Instant NINE = Instant.parse("2024-01-26T01:00:00Z");

    @Autowired
    Congress congress;

    @Autowired
    Halls halls;

    @Autowired
    Seatings seatings;

    @Autowired
    SeatMaps maps;

    @Autowired
    VotingUnits units;

    @Autowired
    Guests guests;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    /** A congress seated in a hall of its size, sign-in open since nine. */
    private List<UUID> hall(String body, int members) {
        ((PlatformClock) clock).set(NINE);
        List<UUID> people = congress.congress(body, members);
        congress.sitting(body + "-1", body);
        HallGrid grid =
                new HallGrid(Rows.NONE, new Rows(members / 3 + 1, 3), List.of(), new Rows(1, 2), new Rows(1, 1));
        halls.add(new Halls.NewHall(
                        body + "-hall",
                        body,
                        new Bilingual("会场", "Hall"),
                        450,
                        3_000,
                        true,
                        grid.seats().orThrow(),
                        List.of("东门", "西门"),
                        List.of()))
                .orThrow();
        seatings.use(body + "-1", body + "-hall").orThrow();
        seatings.assign(body + "-1", Order.BY_ROW, List.of()).orThrow();
        ((PlatformClock) clock).set(NINE.plusSeconds(600));
        return people;
    }

    private SeatMap.Place place(String sitting, UUID person) {
        return maps.of(sitting).orElseThrow().places().stream()
                .filter(place -> place.occupant()
                        .flatMap(Seatings.Occupant::member)
                        .map(Member::person)
                        .filter(person::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private SignInReceipt gate(String sitting, String card, Direction direction, int second, String device) {
        SignInEvent event = new SignInEvent(
                sitting + card + direction + second, NINE.plusSeconds(second), card, direction, device, second);
        return sittings.signIn(sitting, List.of(event)).getFirst();
    }

    private UUID vote(String sitting, VotingMode mode) {
        UUID id = questions
                .list(new Questions.NewQuestion(
                        sitting, Question.Kind.RESOLUTION, new Bilingual("决议", "Resolution"), "……", "test", mode))
                .id();
        questions.put(id).orThrow();
        questions.open(id).orThrow();
        return id;
    }

    // ------------------------------------------------------------------ every state of a seat

    @Test
    void aSeatShowsWhetherItsMemberIsInHasLeftOrIsOnLeave() {
        List<UUID> people = hall("states", 6);
        congress.signIn("states-1", "states", 0, 5);
        sittings.grantLeave("states-1", "M6", "病假").orThrow();
        gate("states-1", Congress.card("states", 1), Direction.OUT, 700, "GATE-1");
        assertThat(place("states-1", people.get(0)).presence()).isEqualTo(Presence.SIGNED_IN);
        assertThat(place("states-1", people.get(1)).presence()).isEqualTo(Presence.LEFT);
        assertThat(place("states-1", people.get(5)).presence()).isEqualTo(Presence.ON_LEAVE);
        SeatMap map = maps.of("states-1").orElseThrow();
        assertThat(map.count(Presence.SIGNED_IN)).isEqualTo(4);
        assertThat(map.places().stream().filter(seat -> seat.presence() == Presence.EMPTY))
                .as("nine seats on the floor for six, three for guests")
                .hasSize(6);
    }

    @Test
    void whoPressedIsSeenWhileTheVoteIsOpenButNeverHowAndNotAfterwards() {
        List<UUID> people = hall("pressed", 3);
        congress.signIn("pressed-1", "pressed", 0, 3);
        sittings.open("pressed-1").orThrow();
        UUID question = vote("pressed-1", VotingMode.ELECTRONIC_UNRECORDED);
        questions.press(question, people.get(0), Mark.AGAINST, "k").join().orThrow();
        assertThat(place("pressed-1", people.get(0)).presence()).isEqualTo(Presence.PRESSED);
        assertThat(place("pressed-1", people.get(1)).presence()).isEqualTo(Presence.SIGNED_IN);
        String page = Http.get(port, "/sittings/pressed-1/seats", congress.token("pressed", Role.SECRETARIAT))
                .text();
        assertThat(page).contains("已按键").doesNotContain("反对").doesNotContain("AGAINST");
        questions.close(question).orThrow();
        assertThat(place("pressed-1", people.get(0)).presence()).isEqualTo(Presence.SIGNED_IN);
    }

    @Test
    void inAVoteThatIsNotAtTheUnitsNobodySeesWhoVoted() {
        List<UUID> people = hall("paper", 3);
        congress.signIn("paper-1", "paper", 0, 3);
        sittings.open("paper-1").orThrow();
        UUID question = vote("paper-1", VotingMode.ELECTRONIC_UNRECORDED);
        questions.press(question, people.get(0), Mark.FOR, "k").join().orThrow();
        jdbc.update("update assembly.question set mode = 'SECRET_BALLOT' where id = ?", question);
        SeatMap map = maps.of("paper-1").orElseThrow();
        assertThat(map.voting()).isFalse();
        assertThat(map.count(Presence.PRESSED)).isZero();
    }

    // ------------------------------------------------------------------ units

    @Test
    void aUnitIsOffUntilItsMemberIsSignedInAndWhileItIsBroken() {
        List<UUID> people = hall("units", 3);
        assertThat(place("units-1", people.get(0)).enabled()).isFalse();
        congress.signIn("units-1", "units", 0, 2);
        SeatMap.Place place = place("units-1", people.get(0));
        assertThat(place.enabled()).isTrue();
        String seat = place.seat().code();
        assertThat(units.report("units-hall", Source.HEARTBEAT, List.of(new Report(seat, State.FAULT, "按键不响应")))
                        .orThrow())
                .isEqualTo(1);
        assertThat(place("units-1", people.get(0)).enabled()).isFalse();
        assertThat(units.report("units-hall", Source.HEARTBEAT, List.of(new Report(seat, State.FAULT, "")))
                        .orThrow())
                .as("said again is no change")
                .isZero();
        units.report("units-hall", Source.HEARTBEAT, List.of(new Report(seat, State.OK, "")))
                .orThrow();
        assertThat(place("units-1", people.get(0)).enabled()).isTrue();
        gate("units-1", Congress.card("units", 0), Direction.OUT, 700, "GATE-1");
        assertThat(place("units-1", people.get(0)).enabled()).isFalse();
    }

    @Test
    void aHeartbeatDoesNotOverruleAnOperatorAndSilenceIsOffline() {
        hall("silent", 3);
        units.report("silent-hall", Source.OPERATOR, List.of(new Report("1-1", State.FAULT, "漏电")))
                .orThrow();
        units.report(
                        "silent-hall",
                        Source.HEARTBEAT,
                        List.of(new Report("1-1", State.OK, ""), new Report("1-2", State.OK, "")))
                .orThrow();
        assertThat(units.of("silent-hall").get("1-1").state()).isEqualTo(State.FAULT);
        assertThat(units.of("silent-hall").get("1-2").state()).isEqualTo(State.OK);
        jdbc.update(
                "update assembly.voting_unit set heard_at = heard_at - interval '61 seconds' where hall = 'silent-hall'");
        assertThat(units.of("silent-hall").get("1-2").state()).isEqualTo(State.OFFLINE);
        assertThat(units.of("silent-hall").get("1-1").state())
                .as("what a person wrote does not age")
                .isEqualTo(State.FAULT);
        assertThat(codes(units.report("silent-hall", Source.HEARTBEAT, List.of(new Report("9-9", State.OK, "")))))
                .containsExactly("hall.seat-unknown");
        assertThat(codes(units.report("silent-hall", Source.HEARTBEAT, List.of())))
                .containsExactly("hall.reports-count");
    }

    // ------------------------------------------------------------------ leaving early, the quorum's lamp

    @Test
    void whoLeftBeforeTheEndIsListedWithTimeAndGateAndWhoCameBackIsNot() {
        hall("early", 9);
        congress.signIn("early-1", "early", 0, 9);
        sittings.open("early-1").orThrow();
        ((PlatformClock) clock).set(NINE.plusSeconds(2_000));
        gate("early-1", Congress.card("early", 2), Direction.OUT, 900, "GATE-2");
        gate("early-1", Congress.card("early", 3), Direction.OUT, 800, "GATE-1");
        gate("early-1", Congress.card("early", 4), Direction.OUT, 850, "GATE-1");
        gate("early-1", Congress.card("early", 4), Direction.IN, 950, "GATE-1");
        assertThat(maps.leftEarly("early-1"))
                .extracting(gone -> gone.member().number(), SeatMaps.Leaving::at, SeatMaps.Leaving::device)
                .containsExactly(
                        tuple("M4", NINE.plusSeconds(800), "GATE-1"), tuple("M3", NINE.plusSeconds(900), "GATE-2"));
        sittings.close("early-1").orThrow();
        assertThat(gate("early-1", Congress.card("early", 5), Direction.OUT, 1_900, "GATE-1")
                        .effect())
                .as("going home after the end is no early leaving")
                .isEqualTo(Effect.REJECTED);
        assertThat(maps.leftEarly("early-1")).hasSize(2);
    }

    @Test
    void theLampWarnsWithinATwentiethOfAllDueAndExample15CannotOpenAVote() {
        hall("lamp", 60);
        congress.signIn("lamp-1", "lamp", 0, 44);
        sittings.open("lamp-1").orThrow();
        assertThat(Margin.of(sittings.roll("lamp-1"))).isEqualTo(Margin.OK);
        gate("lamp-1", Congress.card("lamp", 0), Direction.OUT, 601, "GATE-1");
        Roll near = sittings.roll("lamp-1");
        assertThat(List.of(near.present(), near.required())).containsExactly(43, 40);
        assertThat(Margin.of(near)).isEqualTo(Margin.NEAR);
        for (int i = 1; i < 5; i++) {
            gate("lamp-1", Congress.card("lamp", i), Direction.OUT, 602, "GATE-1");
        }
        assertThat(Margin.of(sittings.roll("lamp-1"))).isEqualTo(Margin.UNDER);
        String token = congress.token("lamp", Role.SECRETARIAT);
        assertThat(Http.get(port, "/sittings/lamp-1/seats", token).text()).contains("不足法定人数", "还差1人");
        UUID id = questions
                .list(new Questions.NewQuestion(
                        "lamp-1",
                        Question.Kind.RESOLUTION,
                        new Bilingual("决议", "Resolution"),
                        "……",
                        "test",
                        VotingMode.ELECTRONIC_UNRECORDED))
                .id();
        questions.put(id).orThrow();
        assertThat(codes(questions.open(id))).containsExactly("assembly.vote-quorum-missing");
        assertThat(sittings.byId("lamp-1").orElseThrow().state())
                .as("a vote was wanted and the quorum is gone")
                .isEqualTo(org.yicheng.assembly.Sitting.State.PAUSED);
        assertThat(codes(sittings.resume("lamp-1"))).containsExactly("assembly.quorum-missing");
    }

    // ------------------------------------------------------------------ gates and their hours

    @Test
    void eachGateCountsForItselfAndWhatIsDoneByHandStandsApart() {
        hall("doors", 6);
        gate("doors-1", Congress.card("doors", 0), Direction.IN, 1, "GATE-1");
        gate("doors-1", Congress.card("doors", 1), Direction.IN, 2, "GATE-2");
        gate("doors-1", Congress.card("doors", 2), Direction.IN, 3, "GATE-2");
        gate("doors-1", Congress.card("doors", 2), Direction.OUT, 4, "GATE-1");
        gate("doors-1", "NO-SUCH", Direction.IN, 5, "GATE-1");
        sittings.signInByHand("doors-1", Congress.card("doors", 3), Direction.IN, "证件忘带");
        assertThat(maps.gates("doors-1"))
                .extracting(
                        SeatMaps.GateCount::device,
                        SeatMaps.GateCount::passedIn,
                        SeatMaps.GateCount::passedOut,
                        SeatMaps.GateCount::turnedAway)
                .containsExactly(tuple("GATE-1", 1, 1, 1), tuple("GATE-2", 2, 0, 0), tuple("MANUAL", 1, 0, 0));
    }

    @Test
    void afterTheEndOfSignInOnlyAnOperatorWithAReasonSignsSomebodyIn() {
        hall("hours", 3);
        Instant after = NINE.plusSeconds(60);
        Instant until = NINE.plusSeconds(300);
        seatings.signInWindow("hours-1", Optional.of(after), Optional.of(until)).orThrow();
        assertThat(gate("hours-1", Congress.card("hours", 0), Direction.IN, 59, "GATE-1")
                        .refusal()
                        .map(Refusal::code))
                .contains("hall.sign-in-not-begun");
        assertThat(gate("hours-1", Congress.card("hours", 0), Direction.IN, 60, "GATE-1")
                        .effect())
                .isEqualTo(Effect.COUNTED);
        assertThat(gate("hours-1", Congress.card("hours", 1), Direction.IN, 300, "GATE-1")
                        .effect())
                .as("the last second counts, also when it arrives late")
                .isEqualTo(Effect.COUNTED);
        assertThat(gate("hours-1", Congress.card("hours", 2), Direction.IN, 301, "GATE-1")
                        .refusal()
                        .map(Refusal::code))
                .contains("hall.sign-in-ended");
        assertThat(gate("hours-1", Congress.card("hours", 1), Direction.OUT, 302, "GATE-1")
                        .effect())
                .as("one may always leave")
                .isEqualTo(Effect.COUNTED);
        assertThat(sittings.signInByHand("hours-1", Congress.card("hours", 2), Direction.IN, "")
                        .effect())
                .isEqualTo(Effect.REJECTED);
        assertThat(sittings.signInByHand("hours-1", Congress.card("hours", 2), Direction.IN, "交通延误")
                        .effect())
                .isEqualTo(Effect.COUNTED);
        assertThat(codes(seatings.signInWindow("hours-1", Optional.of(until), Optional.of(after))))
                .containsExactly("hall.window-backwards");
    }

    // ------------------------------------------------------------------ observers and the gallery

    @Test
    void guestsPassTheSameGateAndAreNeverAddedToTheMembers() {
        hall("guests", 3);
        List<Guest> entered = guests.register(
                        "guests",
                        List.of(
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "列席甲", "市发改委", "L-001"),
                                new Guests.NewGuest(Guest.Kind.VISITOR, "旁听乙", "", "P-001")))
                .orThrow();
        seatings.assign("guests-1", Order.BY_ROW, List.of()).orThrow();
        congress.signIn("guests-1", "guests", 0, 2);
        SignInReceipt passed = gate("guests-1", "L-001", Direction.IN, 5, "GATE-1");
        assertThat(passed.effect()).isEqualTo(Effect.COUNTED);
        assertThat(passed.member()).isEmpty();
        assertThat(passed.guest().orElseThrow().quality()).isEqualTo("OBSERVER");
        assertThat(gate("guests-1", "L-001", Direction.IN, 5, "GATE-1").effect())
                .isEqualTo(Effect.DUPLICATE);
        assertThat(gate("guests-1", "P-001", Direction.IN, 6, "GATE-2").effect())
                .isEqualTo(Effect.COUNTED);

        assertThat(sittings.roll("guests-1").present()).isEqualTo(2);
        assertThat(sittings.roll("guests-1").due()).isEqualTo(3);
        assertThat(guests.count("guests-1", Guest.Kind.OBSERVER)).isEqualTo(new Guests.Count(1, 1));
        SeatMap map = maps.of("guests-1").orElseThrow();
        assertThat(map.guestsHere()).isEqualTo(2);
        assertThat(map.enabled()).as("a guest has no voting unit").isEqualTo(2);

        assertThat(codes(guests.maySpeak("guests-1", entered.get(0).id()))).isEmpty();
        assertThat(codes(guests.maySpeak("guests-1", entered.get(1).id()))).containsExactly("hall.visitor-speaks");
        gate("guests-1", "L-001", Direction.OUT, 9, "GATE-1");
        assertThat(codes(guests.maySpeak("guests-1", entered.get(0).id()))).containsExactly("hall.guest-not-in");
        assertThat(maps.gates("guests-1").getFirst().guests()).isEqualTo(1);
    }

    @Test
    void aGuestsCardIsNobodyElsesAndAWithdrawnOneOpensNoGate() {
        hall("cards", 3);
        assertThat(codes(guests.register(
                        "cards",
                        List.of(
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "", "", Congress.card("cards", 0)),
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "甲", "", "有空 格"),
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "乙", "", "X-1"),
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "丙", "", "X-1")))))
                .containsExactly("hall.guest-name", "hall.card-taken", "hall.guest-card", "hall.card-taken");
        assertThat(guests.of("cards")).isEmpty();
        Guest guest = guests.register("cards", List.of(new Guests.NewGuest(Guest.Kind.VISITOR, "旁听", "", "X-1")))
                .orThrow()
                .getFirst();
        assertThat(codes(guests.withdraw("cards", guest.id(), " "))).containsExactly("assembly.reason-missing");
        guests.withdraw("cards", guest.id(), "证件遗失").orThrow();
        assertThat(gate("cards-1", "X-1", Direction.IN, 5, "GATE-1").refusal().map(Refusal::code))
                .contains("assembly.card-revoked");
        assertThat(guests.present("cards-1")).isEmpty();
    }

    // ------------------------------------------------------------------ pages

    @Test
    void theMapIsADrawingAndATableThatSayTheSame() {
        hall("page", 9);
        congress.signIn("page-1", "page", 0, 4);
        String token = congress.token("page", Role.SECRETARIAT);
        String whole = Http.get(port, "/sittings/page-1/seats", token).text();
        assertThat(whole.split("href=\"#seat-in\" x=", -1))
                .as("four seats are drawn as taken")
                .hasSize(5);
        assertThat(whole.split("<td>已签到</td>", -1)).as("and four rows say so").hasSize(5);
        String block = Http.get(port, "/sittings/page-1/seats?block=A", token).text();
        assertThat(block).contains("class=\"seat-name\"").contains("演示0");
        Sitting sitting = sittings.byId("page-1").orElseThrow();
        assertThat(Http.get(port, "/sittings/page-1/left-early", token).text())
                .contains(sitting.name().zh(), "没有人离场");
        assertThat(Http.get(port, "/sittings/page-1/gates", token).text()).contains("东门", "西门", "尚未上线");
        assertThat(Http.get(port, "/sittings/page-1/seats/plan", token).status())
                .isEqualTo(200);
        assertThat(Http.get(port, "/bodies/page/halls", token).text()).contains("大屏", "9");
        assertThat(Http.get(port, "/bodies/page/guests", token).status()).isEqualTo(200);
    }
}
