package org.yicheng.assembly.hall.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.hall.HandsAgain;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.SeatMap;
import org.yicheng.assembly.hall.SeatMaps;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Seats of a sitting, guests, early leaving and the fall-back on hands over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "halls", description = "会场：座位、签到门、大屏、表决器 Halls: seats, gates, boards, voting units")
class SeatingApi {

    private final Seatings seatings;
    private final SeatMaps maps;
    private final Guests guests;
    private final HandsAgain handsAgain;
    private final Scope scope;

    SeatingApi(Seatings seatings, SeatMaps maps, Guests guests, HandsAgain handsAgain, Scope scope) {
        this.seatings = seatings;
        this.maps = maps;
        this.guests = guests;
        this.handsAgain = handsAgain;
        this.scope = scope;
    }

    record InHall(String hall) {}

    record Assignment(Seatings.Order order, List<String> rostrum) {}

    record Exchange(String one, String other) {}

    record Window(Optional<Instant> after, Optional<Instant> until) {}

    /** One seat as the keypad system needs it. */
    record SeatState(
            String seat,
            SeatMap.Presence presence,
            VotingUnits.State unit,
            boolean enabled,
            Optional<String> number,
            Optional<String> name) {

        static SeatState of(SeatMap.Place place) {
            return new SeatState(
                    place.seat().code(),
                    place.presence(),
                    place.unit(),
                    place.enabled(),
                    place.occupant().flatMap(Seatings.Occupant::member).map(member -> member.number()),
                    place.occupant().map(Seatings.Occupant::name));
        }
    }

    record NewGuests(List<Guests.NewGuest> guests) {}

    record Because(String reason) {}

    record GuestCounts(Guests.Count observers, Guests.Count visitors, List<Guest> present) {}

    record Chain(Optional<HandsAgain.Link> first, Optional<HandsAgain.Link> again) {}

    @Operation(summary = "座位图：每座的签到和表决器状态 The seat map: sign-in and unit of every seat")
    @GetMapping("/sittings/{id}/seats")
    @Needs(Permission.DESK_READ)
    List<SeatState> seats(@PathVariable String id) {
        scope.sitting(id, Permission.DESK_READ);
        return maps.of(id).orElseThrow(() -> noHall(id)).places().stream()
                .map(SeatState::of)
                .toList();
    }

    private static RefusedException noHall(String sitting) {
        return new RefusedException(Refusal.plain("hall.none.unknown", "value", sitting));
    }

    @Operation(summary = "座位安排 The seating plan")
    @GetMapping("/sittings/{id}/seats/plan")
    @Needs(Permission.SITTING_PREPARE)
    Seatings.Seating plan(@PathVariable String id) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return seatings.of(id).orElseThrow(() -> noHall(id));
    }

    @Operation(summary = "确定会场 Let a sitting meet in a hall")
    @PostMapping("/sittings/{id}/seats/hall")
    @Needs(Permission.SITTING_PREPARE)
    Seatings.Seating use(@PathVariable String id, @RequestBody InHall hall) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return seatings.use(id, hall.hall()).orThrow();
    }

    @Operation(summary = "按代表团、姓名笔画排座 Seat the members by delegation and stroke order")
    @PostMapping("/sittings/{id}/seats/assign")
    @Needs(Permission.SITTING_PREPARE)
    Seatings.Seating assign(@PathVariable String id, @RequestBody Assignment wish) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return seatings.assign(id, wish.order(), wish.rostrum()).orThrow();
    }

    @Operation(summary = "对调两座 Exchange two seats")
    @PostMapping("/sittings/{id}/seats/swap")
    @Needs(Permission.SITTING_PREPARE)
    Seatings.Seating swap(@PathVariable String id, @RequestBody Exchange exchange) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return seatings.swap(id, exchange.one(), exchange.other()).orThrow();
    }

    @Operation(summary = "设定签到起止时间 Set when the gates take sign-ins")
    @PostMapping("/sittings/{id}/sign-in-window")
    @Needs(Permission.SITTING_PREPARE)
    Seatings.Seating window(@PathVariable String id, @RequestBody Window window) {
        scope.sitting(id, Permission.SITTING_PREPARE);
        return seatings.signInWindow(id, window.after(), window.until()).orThrow();
    }

    @Operation(summary = "本人座位 The own seat")
    @GetMapping("/sittings/{id}/own-seat")
    @Needs(Permission.VOTE)
    @Refuses(409)
    Optional<Seat> own(@PathVariable String id) {
        UUID person = Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", "")));
        return seatings.seatOf(id, person);
    }

    @Operation(summary = "提前退席 Who left before the end")
    @GetMapping("/sittings/{id}/left-early")
    @Needs(Permission.DESK_READ)
    List<SeatMaps.Leaving> left(@PathVariable String id) {
        return maps.leftEarly(scope.sitting(id, Permission.DESK_READ).id());
    }

    @Operation(summary = "各签到门人数 What each gate counted")
    @GetMapping("/sittings/{id}/gates")
    @Needs(Permission.DESK_READ)
    List<SeatMaps.GateCount> gates(@PathVariable String id) {
        return maps.gates(scope.sitting(id, Permission.DESK_READ).id());
    }

    @Operation(summary = "列席和旁听人数，不计入代表 Observers and visitors in the hall; never added to the members")
    @GetMapping("/sittings/{id}/guests")
    @Needs(Permission.DESK_READ)
    GuestCounts present(@PathVariable String id) {
        scope.sitting(id, Permission.DESK_READ);
        return new GuestCounts(
                guests.count(id, Guest.Kind.OBSERVER), guests.count(id, Guest.Kind.VISITOR), guests.present(id));
    }

    @Operation(summary = "可否发言：列席人员可以，旁听人员不可以 May a guest speak? Observers may, visitors may not")
    @GetMapping("/sittings/{id}/guests/{guest}/may-speak")
    @Needs(Permission.DESK_READ)
    Guest maySpeak(@PathVariable String id, @PathVariable UUID guest) {
        scope.sitting(id, Permission.DESK_READ);
        return guests.maySpeak(id, guest).orThrow();
    }

    @Operation(summary = "列席和旁听人员名单 Observers and visitors")
    @GetMapping("/bodies/{body}/guests")
    @Needs(Permission.ROSTER_READ)
    List<Guest> guests(@PathVariable String body) {
        return guests.of(scope.body(body, Permission.ROSTER_READ).id());
    }

    @Operation(summary = "检查列席、旁听人员名单文件（CSV 或 XLSX），不保存 Look at a file of guests; nothing is stored")
    @PostMapping("/bodies/{body}/guests/preview")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Guests.Preview preview(@PathVariable String body, @RequestBody byte[] file) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return guests.preview(body, file).orThrow();
    }

    @Operation(summary = "登记列席或旁听人员 Register observers or visitors")
    @PostMapping("/bodies/{body}/guests")
    @Needs(Permission.CREDENTIAL_CHANGE)
    List<Guest> register(@PathVariable String body, @RequestBody NewGuests wish) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return guests.register(body, wish.guests()).orThrow();
    }

    @Operation(summary = "注销列席或旁听证 Withdraw a guest's card")
    @PostMapping("/bodies/{body}/guests/{guest}/withdraw")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Guest withdraw(@PathVariable String body, @PathVariable UUID guest, @RequestBody Because because) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return guests.withdraw(body, guest, because.reason()).orThrow();
    }

    @Operation(summary = "设备故障：本次表决作废，同一事项改用举手表决 Devices failed: void the vote, put the question by hands")
    @PostMapping("/questions/{id}/by-hands-again")
    @Needs(Permission.QUESTION_MOVE)
    Question again(@PathVariable UUID id, @RequestBody Because because) {
        scope.question(id, Permission.QUESTION_MOVE);
        return handsAgain.voidAndPutByHands(id, because.reason()).orThrow();
    }

    @Operation(summary = "作废的表决和重新表决的关系 The voided vote and the one that followed")
    @GetMapping("/questions/{id}/again")
    @Needs(Permission.PUBLIC_READ)
    Chain chain(@PathVariable UUID id) {
        scope.question(id, Permission.PUBLIC_READ);
        return new Chain(handsAgain.first(id), handsAgain.again(id));
    }
}
