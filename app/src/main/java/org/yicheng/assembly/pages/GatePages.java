package org.yicheng.assembly.pages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;

/** The gate: a card is read, the answer fills the screen. */
@Controller
@Needs(Permission.SIGN_IN_SEND)
class GatePages {

    private static final int GATES = 99;

    private final Sittings sittings;
    private final Halls halls;
    private final Seatings seatings;
    private final Scope scope;
    private final Pages pages;
    private final Clock clock;

    GatePages(Sittings sittings, Halls halls, Seatings seatings, Scope scope, Pages pages, Clock clock) {
        this.sittings = sittings;
        this.halls = halls;
        this.seatings = seatings;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/gate/{sitting}")
    View gate(
            @PathVariable String sitting,
            @RequestParam(defaultValue = "1") int gate,
            @RequestParam(defaultValue = "IN") Direction direction) {
        return show(sitting, gate, direction, Optional.empty());
    }

    /** Without script the form posts here. */
    @PostMapping("/gate/{sitting}")
    View read(
            @PathVariable String sitting,
            @RequestParam(defaultValue = "1") int gate,
            @RequestParam Direction direction,
            @RequestParam String card,
            @RequestParam String event) {
        scope.sitting(sitting, Permission.SIGN_IN_SEND);
        SignInEvent read = new SignInEvent(
                event, clock.instant(), card.strip(), direction, "GATE-" + Math.clamp(gate, 1, GATES), 0);
        SignInReceipt receipt = sittings.signIn(sitting, List.of(read)).getFirst();
        return show(sitting, gate, direction, Optional.of(receipt));
    }

    private View show(String sitting, int gate, Direction direction, Optional<SignInReceipt> receipt) {
        Sitting found = scope.sitting(sitting, Permission.SIGN_IN_SEND);
        return pages.show(
                "assembly/gate",
                new GateView(
                        halls.view(found),
                        Math.clamp(gate, 1, GATES),
                        direction,
                        receipt,
                        clock.instant(),
                        UUID.randomUUID().toString(),
                        seatings.of(sitting).map(Seatings.Seating::hall)));
    }
}
