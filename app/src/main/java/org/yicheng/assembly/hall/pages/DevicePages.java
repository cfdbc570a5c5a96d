package org.yicheng.assembly.hall.pages;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.SeatMaps;
import org.yicheng.assembly.hall.SeatMaps.GateCount;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Shell;

/** Gates and boards: one lasting address each, who is there, what each gate counted, tokens. */
@Controller
public class DevicePages {

    private static final Duration TOKEN_LASTS = Duration.ofDays(14);

    /** Tokens and beats go by the machine's clock: the platform's may be set to another day for a rehearsal. */
    private final Clock machine = Clock.systemUTC();

    private final Halls halls;
    private final Seatings seatings;
    private final SeatMaps maps;
    private final CurrentSittings current;
    private final Scope scope;
    private final Pages pages;

    DevicePages(Halls halls, Seatings seatings, SeatMaps maps, CurrentSittings current, Scope scope, Pages pages) {
        this.halls = halls;
        this.seatings = seatings;
        this.maps = maps;
        this.current = current;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param counts by device name; also of devices that are no gate of the hall, such as signing in by hand
     * @param token a token that was just issued, shown this once, and whose it is
     */
    public record GatesView(
            Sitting sitting,
            Optional<Hall> hall,
            Map<String, GateCount> counts,
            Instant machineNow,
            Optional<Device> issued,
            String token) {

        public Optional<GateCount> count(Device device) {
            return Optional.ofNullable(counts.get(device.signature()));
        }

        /** Counts of what is no gate of the hall: by hand, or a gate of another name. */
        public List<GateCount> others() {
            List<String> own = hall.map(Hall::gates).orElse(List.of()).stream()
                    .map(Device::signature)
                    .toList();
            return counts.values().stream()
                    .filter(count -> !own.contains(count.device()))
                    .toList();
        }

        public String device(Shell shell, GateCount count) {
            return count.device().equals("MANUAL") ? shell.say("hall.by-hand") : count.device();
        }

        public boolean there(Device device) {
            return device.there(machineNow);
        }

        public String state(Shell shell, Device device) {
            if (device.lastSeen().isEmpty()) {
                return shell.say("hall.device-never");
            }
            return shell.say(
                    there(device) ? "hall.device-there" : "hall.device-away",
                    "time",
                    shell.time().second(device.lastSeen().get()));
        }
    }

    @GetMapping("/sittings/{id}/gates")
    @Needs(Permission.DESK_READ)
    View gates(@PathVariable String id) {
        return show(scope.sitting(id, Permission.DESK_READ), Optional.empty(), "");
    }

    private View show(Sitting sitting, Optional<Device> issued, String token) {
        Map<String, GateCount> counts = maps.gates(sitting.id()).stream()
                .collect(Collectors.toMap(GateCount::device, Function.identity(), (one, _) -> one, TreeMap::new));
        Optional<Hall> hall = seatings.of(sitting.id()).map(Seatings.Seating::hall);
        return pages.show("hall/gates", new GatesView(sitting, hall, counts, machine.instant(), issued, token));
    }

    /** Shown once on the answer itself: the platform keeps only a digest. */
    @PostMapping("/sittings/{id}/gates/token")
    @Needs(Permission.CREDENTIAL_CHANGE)
    View token(@PathVariable String id, @RequestParam Device.Kind kind, @RequestParam int number) {
        Sitting sitting = scope.sitting(id, Permission.CREDENTIAL_CHANGE);
        Hall hall = seatings.of(id)
                .map(Seatings.Seating::hall)
                .orElseThrow(() -> new RefusedException(Refusal.plain("hall.none.unknown", "value", id)));
        String token = halls.issueToken(
                        hall.id(), kind, number, machine.instant().plus(TOKEN_LASTS))
                .orThrow();
        Optional<Device> device = hall.devices().stream()
                .filter(one -> one.kind() == kind && one.number() == number)
                .findFirst();
        return show(sitting, device, token);
    }

    /** The lasting address of a gate: the sitting that its hall has now. */
    @GetMapping("/halls/{hall}/gates/{number}")
    @Needs(Permission.SIGN_IN_SEND)
    Object gate(@PathVariable String hall, @PathVariable int number) {
        Hall found = known(hall, Permission.SIGN_IN_SEND);
        device(found, Device.Kind.GATE, number);
        return current.in(found)
                .<Object>map(sitting -> away("/gate/" + sitting.id() + "?gate=" + number))
                .orElseGet(() -> pages.show("hall/waiting", found));
    }

    /** The lasting address of a board; the size of its letters comes from the hall. */
    @GetMapping("/halls/{hall}/boards/{number}")
    @Needs(Permission.BOARD_SHOW)
    Object board(@PathVariable String hall, @PathVariable int number) {
        Hall found = known(hall, Permission.BOARD_SHOW);
        device(found, Device.Kind.BOARD, number);
        int metres = Math.ceilDiv(found.farthestSeatCm(), 100);
        String height = BigDecimal.valueOf(found.pictureHeightCm(), 2)
                .stripTrailingZeros()
                .toPlainString();
        return current.in(found)
                .<Object>map(sitting -> away(
                        "/board/" + sitting.id() + "?distance=" + metres + "&height=" + height + "&board=" + number))
                .orElseGet(() -> pages.show("hall/waiting", found));
    }

    private Hall known(String id, Permission permission) {
        Hall hall = halls.byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("hall.unknown", "value", id)));
        scope.body(hall.body(), permission);
        return hall;
    }

    private static void device(Hall hall, Device.Kind kind, int number) {
        if (hall.devices().stream().noneMatch(device -> device.kind() == kind && device.number() == number)) {
            throw new RefusedException(Refusal.plain("hall.device.unknown", "hall", hall.id(), "value", number));
        }
    }

    /** For now: the next sitting has another address. */
    private static ResponseEntity<Void> away(String path) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path))
                .build();
    }
}
