package org.yicheng.assembly.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.HallGrid.Rows;
import org.yicheng.assembly.hall.Halls.NewHall;
import org.yicheng.assembly.hall.Halls.Preview;
import org.yicheng.assembly.hall.Seatings.Order;
import org.yicheng.assembly.hall.Seatings.Seating;
import org.yicheng.document.NameOrder;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** Halls as data, and who sits where: by hand, by delegation, by file; every wrong number named. */
@YichengTest
class HallsTest {

    @Autowired
    Congress congress;

    @Autowired
    Halls halls;

    @Autowired
    Seatings seatings;

    @Autowired
    NameOrder names;

    @Autowired
    MockMvc web;

    @LocalServerPort
    int port;

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static HallGrid grid(int rows, int seats, Integer... aisles) {
        return new HallGrid(new Rows(1, 3), new Rows(rows, seats), List.of(aisles), new Rows(1, 2), new Rows(1, 2));
    }

    private Hall hall(String id, String body, HallGrid grid) {
        return halls.add(new NewHall(
                        id,
                        body,
                        new Bilingual("大礼堂", "Great hall"),
                        450,
                        3_000,
                        true,
                        grid.seats().orThrow(),
                        List.of("东门", "西门"),
                        List.of("主屏")))
                .orThrow();
    }

    // ------------------------------------------------------------------ rows, seats, aisles

    @Test
    void aGridOfTwentyTwoRowsAndTwoAislesIsThreeBlocksOf220() {
        List<Seat> seats = new HallGrid(new Rows(3, 24), new Rows(22, 30), List.of(20, 10), new Rows(2, 24), Rows.NONE)
                .seats()
                .orThrow();
        assertThat(seats.stream().filter(seat -> seat.area() == Seat.Area.FLOOR))
                .hasSize(660);
        for (String block : List.of("A", "B", "C")) {
            assertThat(seats.stream().filter(seat -> seat.block().equals(block)))
                    .as(block)
                    .hasSize(220);
        }
        assertThat(seats.stream().map(Seat::code)).doesNotHaveDuplicates().contains("12-8", "R1-1", "L2-24");
        assertThat(seats.stream().map(seat -> seat.x() + "/" + seat.y())).doesNotHaveDuplicates();
        Seat before = seats.stream()
                .filter(seat -> seat.code().equals("1-10"))
                .findFirst()
                .orElseThrow();
        Seat after = seats.stream()
                .filter(seat -> seat.code().equals("1-11"))
                .findFirst()
                .orElseThrow();
        assertThat(after.x() - before.x()).as("an aisle is one seat wide").isEqualTo(2);
    }

    @Test
    void everyNumberThatMakesNoHallIsRefusedAtOnce() {
        assertThat(codes(new HallGrid(new Rows(0, 0), new Rows(0, 201), List.of(0), new Rows(101, 1), Rows.NONE)
                        .seats()))
                .containsExactly("hall.rows-outside", "hall.row-outside", "hall.rows-outside", "hall.aisle-outside");
        assertThat(codes(new HallGrid(Rows.NONE, new Rows(100, 51), List.of(), Rows.NONE, Rows.NONE).seats()))
                .containsExactly("hall.seats-many");
        assertThat(new HallGrid(Rows.NONE, new Rows(100, 50), List.of(), Rows.NONE, Rows.NONE)
                        .seats()
                        .orThrow())
                .hasSize(5_000);
        assertThat(codes(new HallGrid(Rows.NONE, new Rows(2, 4), List.of(4), Rows.NONE, Rows.NONE).seats()))
                .as("no aisle after the last seat")
                .containsExactly("hall.aisle-outside");
    }

    @Test
    void aHallWithFaultsIsNotKept() {
        congress.congress("faulty", 3);
        List<Seat> twice = List.of(
                new Seat("1-1", Seat.Area.FLOOR, "A", 1, 1, 0, 0), new Seat("1-1", Seat.Area.FLOOR, "A", 1, 1, 1, 0));
        Ruling<Hall> ruling = halls.add(new NewHall(
                "Big Hall", "faulty", new Bilingual("", "x"), 10, 30_000, true, twice, List.of(""), List.of()));
        assertThat(codes(ruling))
                .containsExactly(
                        "hall.id-unknown",
                        "hall.name-missing",
                        "hall.length-outside",
                        "hall.length-outside",
                        "hall.seat-stands-twice",
                        "hall.device-name");
        assertThat(halls.ofBody("faulty")).isEmpty();
    }

    // ------------------------------------------------------------------ a file

    @Test
    void aSeatFileIsReadBackAsItWasWritten() {
        congress.congress("file", 3);
        List<Seat> seats = hall("file-hall", "file", grid(4, 6, 3)).seats();
        StringBuilder file = new StringBuilder("area,block,row,number,x,y\n");
        seats.forEach(seat -> file.append("%s,%s,%d,%d,%d,%d\n"
                .formatted(seat.area(), seat.block(), seat.rank(), seat.number(), seat.x(), seat.y())));
        Preview preview =
                halls.read(file.toString().getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.seats()).isEqualTo(seats);
    }

    @Test
    void everyWrongCellOfASeatFileIsNamedWithItsRow() {
        String file = """
                area,block,row,number,x,y
                FLOOR,A,1,1,0,0
                BALCONY,A,1,2,1,0
                FLOOR,A,0,3,2,0
                FLOOR,A,1,-4,3,0
                FLOOR,A,1,1,4,0
                FLOOR,A,1,6,0,0
                FLOOR,A-1,1,7,6,0
                """;
        Preview preview = halls.read(file.getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(preview.faults())
                .extracting(
                        Halls.Fault::row,
                        fault -> fault.reason().code(),
                        fault -> fault.reason().field().orElse(""))
                .containsExactly(
                        tuple(3, "hall.area-unknown", "area"),
                        tuple(4, "hall.number-unknown", "row"),
                        tuple(5, "hall.number-unknown", "number"),
                        tuple(6, "hall.seat-twice", "number"),
                        tuple(7, "hall.place-twice", "x"),
                        tuple(8, "hall.block-unknown", "block"));
        assertThat(codes(halls.read("row,number\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("hall.columns-missing");
    }

    // ------------------------------------------------------------------ who sits where

    @Test
    void membersAreSeatedByDelegationAndStrokeOrderBlockAfterBlock() {
        congress.congress("plan", 9);
        congress.sitting("plan-1", "plan");
        Hall hall = hall("plan-hall", "plan", grid(3, 6, 3));
        assertThat(codes(seatings.assign("plan-1", Order.BY_BLOCK, List.of()))).containsExactly("hall.none.unknown");
        seatings.use("plan-1", hall.id()).orThrow();
        Seating seating =
                seatings.assign("plan-1", Order.BY_BLOCK, List.of("M9")).orThrow();

        List<Member> inBlockA = hall.seats().stream()
                .filter(seat -> seat.block().equals("A"))
                .sorted(Comparator.comparingInt(Seat::rank).thenComparingInt(Seat::number))
                .flatMap(seat -> Optional.ofNullable(seating.occupants().get(seat.code())).stream())
                .flatMap(who -> who.member().stream())
                .toList();
        assertThat(inBlockA).as("eight members before nine seats of block A").hasSize(8);
        assertThat(inBlockA.stream().map(Member::group)).containsExactly("A", "A", "A", "A", "B", "B", "B", "B");
        for (String group : List.of("A", "B")) {
            assertThat(inBlockA.stream()
                            .filter(member -> member.group().equals(group))
                            .map(Member::name))
                    .isSortedAccordingTo(names.byStrokes(NameOrder.SingleName.AS_ZERO));
        }
        assertThat(seating.occupants().get("R1-1").member().orElseThrow().number())
                .isEqualTo("M9");
        UUID last = inBlockA.getLast().person();
        assertThat(seatings.seatOf("plan-1", last).orElseThrow().code()).isEqualTo("3-2");
    }

    @Test
    void tooFewSeatsWrongNumbersAndAWrongRosterAreRefusedAndNothingMoves() {
        congress.congress("tight", 9);
        congress.sitting("tight-1", "tight");
        seatings.use("tight-1", hall("tight-hall", "tight", grid(2, 4)).id()).orThrow();
        Ruling<Seating> ruling = seatings.assign("tight-1", Order.BY_ROW, List.of("M1", "M1", "M99"));
        assertThat(codes(ruling)).containsExactly("hall.member-twice", "hall.member-unknown");
        assertThat(codes(seatings.assign("tight-1", Order.BY_ROW, List.of()))).containsExactly("hall.seats-few");
        // The test's roster says 01-0 to 01-8: two of them fit into a row of four … and 01-0 into none.
        assertThat(codes(seatings.assign("tight-1", Order.AS_IN_ROSTER, List.of())))
                .containsOnly("hall.roster-seat-unknown");
        assertThat(seatings.of("tight-1").orElseThrow().occupants()).isEmpty();
    }

    @Test
    void twoPeopleChangeSeatsOrOneMovesToAnEmptyOneButNeverAmongTheGuests() {
        congress.congress("swap", 3);
        congress.sitting("swap-1", "swap");
        seatings.use("swap-1", hall("swap-hall", "swap", grid(2, 4)).id()).orThrow();
        Seating before = seatings.assign("swap-1", Order.BY_ROW, List.of()).orThrow();
        String first = before.occupants().get("1-1").name();
        String second = before.occupants().get("1-2").name();
        Seating after = seatings.swap("swap-1", "1-1", "1-2").orThrow();
        assertThat(after.occupants().get("1-1").name()).isEqualTo(second);
        assertThat(after.occupants().get("1-2").name()).isEqualTo(first);
        Seating moved = seatings.swap("swap-1", "1-1", "2-4").orThrow();
        assertThat(moved.occupants()).doesNotContainKey("1-1").containsKey("2-4");
        assertThat(codes(seatings.swap("swap-1", "2-4", "L1-1"))).containsExactly("hall.wrong-area");
        assertThat(codes(seatings.swap("swap-1", "9-9", "8-8")))
                .containsExactly("hall.seat-unknown", "hall.seat-unknown");
        assertThat(codes(seatings.swap("swap-1", "1-1", "1-4"))).containsExactly("hall.both-empty");
    }

    // ------------------------------------------------------------------ changes

    private static Halls.Change change(Hall hall, List<Seat> seats, List<String> gates, List<String> boards) {
        return new Halls.Change(new Bilingual("人民会堂", "People's hall"), 400, 2_500, Optional.of(seats), gates, boards);
    }

    @Test
    void aHallIsChangedAfterItWasSetUpSeatsChangePlacesAndDevicesAreRenamedOrAdded() {
        congress.congress("rebuilt", 3);
        Hall hall = hall("rebuilt-hall", "rebuilt", grid(2, 4));
        List<Seat> seats = new java.util.ArrayList<>(hall.seats());
        Seat one = hall.seat("1-1").orElseThrow();
        Seat other = hall.seat("1-2").orElseThrow();
        seats.removeAll(List.of(one, other, hall.seat("2-4").orElseThrow()));
        seats.add(new Seat("1-1", one.area(), "B", 1, 1, other.x(), other.y()));
        seats.add(new Seat("1-2", one.area(), "B", 1, 2, one.x(), one.y()));
        seats.add(new Seat("3-1", one.area(), "B", 3, 1, 0, 99));
        Hall now = halls.change(hall.id(), change(hall, seats, List.of("南门", "西门", "北门"), List.of()))
                .orThrow();
        assertThat(now.seats()).containsExactlyInAnyOrderElementsOf(seats);
        assertThat(now.gates()).extracting(Device::name).containsExactly("南门", "西门", "北门");
        assertThat(now.boards()).isEmpty();
        assertThat(now.name().zh()).isEqualTo("人民会堂");
        assertThat(now.farthestSeatCm()).isEqualTo(2_500);
        assertThat(halls.byId(hall.id())).contains(now);
    }

    @Test
    void aTakenSeatAndADeviceWithATokenStayAndNothingOfTheChangeIsKept() {
        congress.congress("seated", 3);
        congress.sitting("seated-1", "seated");
        Hall hall = hall("seated-hall", "seated", grid(2, 4));
        seatings.use("seated-1", hall.id()).orThrow();
        seatings.assign("seated-1", Order.BY_ROW, List.of()).orThrow();
        halls.issueToken(hall.id(), Device.Kind.GATE, 2, Instant.now().plus(Duration.ofHours(1)))
                .orThrow();
        Hall before = halls.byId(hall.id()).orElseThrow();
        List<Seat> without = hall.seats().stream()
                .filter(seat -> !List.of("1-1", "1-3", "2-4").contains(seat.code()))
                .toList();
        Ruling<Hall> ruling = halls.change(hall.id(), change(hall, without, List.of("东门"), List.of("")));
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(((Ruling.Refused<?>) refused).reasons())
                                .extracting(
                                        Refusal::code, reason -> reason.facts().get("seats"))
                                .containsExactly(
                                        tuple("hall.device-name", null),
                                        tuple("hall.seat-taken", List.of("1-1", "1-3")),
                                        tuple("hall.device-used", null)));
        assertThat(halls.byId(hall.id())).contains(before);
    }

    @Test
    void theDownloadedSeatsComeBackThroughThePageThatChangesAHallWithEveryFaultyRowNamed() throws Exception {
        congress.congress("returned", 3);
        Hall hall = hall("returned-hall", "returned", grid(2, 4));
        String clerk = congress.token("returned", Role.SECRETARIAT);
        String path = "/halls/" + hall.id();
        assertThat(Http.get(port, path + "/edit", clerk).text()).contains("大礼堂", "东门\n西门", "value=\"4.5\"");
        String seats = Http.get(port, path + "/seats.csv", clerk).text();
        assertThat(sent(path + "/edit", clerk, seats + "FLOOR,A,0,1,,\n", 400)).contains("有1处需要更正");
        assertThat(halls.byId(hall.id())).contains(hall);
        sent(path + "/edit", clerk, seats + "FLOOR,A,3,1,0,99\n", 303);
        assertThat(halls.byId(hall.id()).orElseThrow().seats())
                .hasSize(hall.seats().size() + 1)
                .containsAll(hall.seats());
    }

    private String sent(String path, String clerk, String file, int status) throws Exception {
        MvcResult result = web.perform(MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile(
                                "file", "seats.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                        .param("nameZh", "人民会堂")
                        .param("nameEn", "People's hall")
                        .param("height", "4")
                        .param("distance", "25")
                        .param("gates", "东门\n西门")
                        .param("boards", "主屏")
                        .header("Authorization", "Bearer " + clerk))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    // ------------------------------------------------------------------ devices

    @Test
    void aGateHasItsOwnTokenAndANewOneEndsTheOld() {
        congress.congress("devices", 3);
        congress.sitting("devices-1", "devices");
        Hall hall = hall("devices-hall", "devices", grid(2, 4));
        seatings.use("devices-1", hall.id()).orThrow();
        Instant until = Instant.now().plus(Duration.ofDays(1));
        String first = halls.issueToken(hall.id(), Device.Kind.GATE, 1, until).orThrow();
        assertThat(Http.get(port, "/gate/devices-1?gate=1", first).status()).isEqualTo(200);
        String second = halls.issueToken(hall.id(), Device.Kind.GATE, 1, until).orThrow();
        assertThat(Http.get(port, "/gate/devices-1?gate=1", first).status()).isNotEqualTo(200);
        assertThat(Http.get(port, "/gate/devices-1?gate=1", second).status()).isEqualTo(200);
        assertThat(Http.get(port, "/board/devices-1", second).status())
                .as("a gate shows no board")
                .isEqualTo(403);
        assertThat(codes(halls.issueToken(hall.id(), Device.Kind.BOARD, 7, until)))
                .containsExactly("hall.device.unknown");
        assertThat(codes(halls.issueToken(hall.id(), Device.Kind.GATE, 1, Instant.EPOCH)))
                .containsExactly("hall.token-over");
    }

    @Test
    void aClockThatIsOffIsSeenFromBothSides() {
        congress.congress("clocks", 3);
        Hall hall = hall("clocks-hall", "clocks", grid(2, 4));
        Instant now = Instant.now();
        Device right = halls.beat(hall.id(), Device.Kind.GATE, 1, now).orThrow();
        Device fast =
                halls.beat(hall.id(), Device.Kind.GATE, 2, now.plusSeconds(30)).orThrow();
        Device slow = halls.beat(hall.id(), Device.Kind.BOARD, 1, now.minusSeconds(30))
                .orThrow();
        assertThat(List.of(right.drifts(), fast.drifts(), slow.drifts())).containsExactly(false, true, true);
        assertThat(fast.drift().orElseThrow()).isCloseTo(Duration.ofSeconds(30), Duration.ofSeconds(2));
        assertThat(right.there(now.plusSeconds(30))).isTrue();
        assertThat(right.there(now.plusSeconds(90))).isFalse();
    }

    // ------------------------------------------------------------------ paper

    @Test
    void thePapersOfAHallFor633ArePrintedWithEveryName() {
        congress.congress("paper", 633);
        congress.sitting("paper-1", "paper");
        Hall hall = hall(
                "paper-hall",
                "paper",
                new HallGrid(new Rows(3, 24), new Rows(22, 30), List.of(10, 20), new Rows(1, 9), Rows.NONE));
        seatings.use("paper-1", hall.id()).orThrow();
        seatings.assign("paper-1", Order.BY_BLOCK, List.of()).orThrow();
        String token = congress.token("paper", Role.SECRETARIAT);
        for (String paper : List.of("seating-list", "block-plan", "seat-cards", "fall-back")) {
            Http.Answer answer = Http.get(port, "/sittings/paper-1/" + paper + ".pdf", token);
            assertThat(answer.status()).as(paper).isEqualTo(200);
            Printed printed = Printed.of(answer.content());
            assertThat(printed.unprinted()).as(paper).isEmpty();
            assertThat(printed.onA4()).as(paper).isTrue();
            assertThat(IntStream.range(0, 633).filter(i -> !printed.text().contains("演示" + i)))
                    .as(paper)
                    .isEmpty();
        }
    }
}
