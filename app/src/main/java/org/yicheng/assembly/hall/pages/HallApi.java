package org.yicheng.assembly.hall.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.HallGrid;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.VotingUnits;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Halls, their devices and voting units over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "halls", description = "会场：座位、签到门、大屏、表决器 Halls: seats, gates, boards, voting units")
class HallApi {

    private final Halls halls;
    private final VotingUnits units;
    private final Scope scope;

    HallApi(Halls halls, VotingUnits units, Scope scope) {
        this.halls = halls;
        this.units = units;
        this.scope = scope;
    }

    /** Either the seats themselves or the grid that makes them. */
    record HallPlan(
            String id,
            Bilingual name,
            int pictureHeightCm,
            int farthestSeatCm,
            Optional<HallGrid> grid,
            Optional<List<Seat>> seats,
            List<String> gates,
            List<String> boards) {}

    record Beat(Instant clock) {}

    /** @param serverTime the machine's time @param warning whether the device's clock is too far off */
    record Beaten(Instant serverTime, long driftMillis, boolean warning) {}

    record Reports(List<VotingUnits.Report> reports) {}

    record Changed(int changed) {}

    record Lasting(Device.Kind kind, int number, Instant until) {}

    record Token(String token) {}

    @Operation(summary = "会场 The halls of a body")
    @GetMapping("/bodies/{body}/halls")
    @Needs(Permission.DESK_READ)
    List<Hall> halls(@PathVariable String body) {
        return halls.ofBody(scope.body(body, Permission.DESK_READ).id());
    }

    @Operation(summary = "建立会场：给出座位，或行列与过道 Set a hall up: from its seats, or from rows and aisles")
    @PostMapping("/bodies/{body}/halls")
    @Needs(Permission.SITTING_PREPARE)
    Hall add(@PathVariable String body, @RequestBody HallPlan plan) {
        boolean demo = scope.body(body, Permission.SITTING_PREPARE).demo();
        List<Seat> seats = plan.seats()
                .orElseGet(() -> plan.grid()
                        .orElseThrow(() -> new RefusedException(Refusal.at("grid", "hall.grid-missing")))
                        .seats()
                        .orThrow());
        return halls.add(new Halls.NewHall(
                        plan.id(),
                        body,
                        plan.name(),
                        plan.pictureHeightCm(),
                        plan.farthestSeatCm(),
                        demo,
                        seats,
                        plan.gates(),
                        plan.boards()))
                .orThrow();
    }

    @Operation(summary = "修改会场；不给座位则座位不变 Change a hall; without seats they stay as they are")
    @PutMapping("/halls/{hall}")
    @Needs(Permission.SITTING_PREPARE)
    Hall change(@PathVariable String hall, @RequestBody Halls.Change change) {
        known(hall, Permission.SITTING_PREPARE);
        return halls.change(hall, change).orThrow();
    }

    @Operation(summary = "一个会场 One hall, with its seats and devices")
    @GetMapping("/halls/{hall}")
    @Needs(Permission.DESK_READ)
    Hall hall(@PathVariable String hall) {
        return known(hall, Permission.DESK_READ);
    }

    private Hall known(String id, Permission permission) {
        Hall hall = halls.byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("hall.unknown", "value", id)));
        scope.body(hall.body(), permission);
        return hall;
    }

    @Operation(summary = "为签到门或大屏签发令牌 Issue the token of a gate or a board")
    @PostMapping("/halls/{hall}/devices/token")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Token token(@PathVariable String hall, @RequestBody Lasting lasting) {
        known(hall, Permission.CREDENTIAL_CHANGE);
        return new Token(halls.issueToken(hall, lasting.kind(), lasting.number(), lasting.until())
                .orThrow());
    }

    @Operation(summary = "签到门在线报告，附设备时钟 A gate says that it is there, and what its clock says")
    @PostMapping("/halls/{hall}/gates/{number}/beat")
    @Needs(Permission.SIGN_IN_SEND)
    Beaten gateBeat(@PathVariable String hall, @PathVariable int number, @RequestBody Beat beat) {
        known(hall, Permission.SIGN_IN_SEND);
        return beaten(halls.beat(hall, Device.Kind.GATE, number, beat.clock()).orThrow());
    }

    @Operation(summary = "大屏在线报告，附设备时钟 A board says that it is there, and what its clock says")
    @PostMapping("/halls/{hall}/boards/{number}/beat")
    @Needs(Permission.BOARD_SHOW)
    Beaten boardBeat(@PathVariable String hall, @PathVariable int number, @RequestBody Beat beat) {
        known(hall, Permission.BOARD_SHOW);
        return beaten(halls.beat(hall, Device.Kind.BOARD, number, beat.clock()).orThrow());
    }

    private static Beaten beaten(Device device) {
        return new Beaten(
                Clock.systemUTC().instant(),
                device.drift().map(Duration::toMillis).orElse(0L),
                device.drifts());
    }

    @Operation(summary = "表决器状态报告：心跳 Voting units report their state by heartbeat")
    @PostMapping("/halls/{hall}/units/beat")
    @Needs(Permission.SIGN_IN_SEND)
    Changed unitBeat(@PathVariable String hall, @RequestBody Reports reports) {
        known(hall, Permission.SIGN_IN_SEND);
        return new Changed(units.report(hall, VotingUnits.Source.HEARTBEAT, reports.reports())
                .orThrow());
    }

    @Operation(summary = "人工登记表决器故障或恢复 An operator enters what a voting unit is like")
    @PostMapping("/halls/{hall}/units")
    @Needs(Permission.SIGN_IN_MANUAL)
    Changed unitEntry(@PathVariable String hall, @RequestBody Reports reports) {
        known(hall, Permission.SIGN_IN_MANUAL);
        return new Changed(units.report(hall, VotingUnits.Source.OPERATOR, reports.reports())
                .orThrow());
    }

    @Operation(summary = "已报告的表决器 The voting units that were reported")
    @GetMapping("/halls/{hall}/units")
    @Needs(Permission.DESK_READ)
    List<VotingUnits.Unit> units(@PathVariable String hall) {
        known(hall, Permission.DESK_READ);
        return List.copyOf(units.of(hall).values());
    }
}
