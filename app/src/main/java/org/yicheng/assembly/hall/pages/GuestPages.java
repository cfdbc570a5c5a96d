package org.yicheng.assembly.hall.pages;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Observers 列席 and the public gallery 旁听. */
@Controller
@Needs(Permission.CREDENTIAL_CHANGE)
public class GuestPages {

    private final Guests guests;
    private final Scope scope;
    private final Pages pages;

    GuestPages(Guests guests, Scope scope, Pages pages) {
        this.guests = guests;
        this.scope = scope;
        this.pages = pages;
    }

    /** @param typed what was typed into the form that was refused; all empty otherwise */
    public record GuestsView(Body body, List<Guest> guests, Guests.NewGuest typed, List<Refusal> reasons) {

        public long count(Guest.Kind kind) {
            return guests.stream()
                    .filter(guest -> guest.kind() == kind && guest.active())
                    .count();
        }
    }

    private static final Guests.NewGuest NOTHING = new Guests.NewGuest(Guest.Kind.OBSERVER, "", "", "");

    @GetMapping("/bodies/{body}/guests")
    View list(@PathVariable String body) {
        return show(scope.body(body, Permission.CREDENTIAL_CHANGE), NOTHING, List.of());
    }

    private View show(Body body, Guests.NewGuest typed, List<Refusal> reasons) {
        return pages.show(
                "hall/guests",
                new GuestsView(body, guests.of(body.id()), typed, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/bodies/{body}/guests")
    Object register(
            @PathVariable String body,
            @RequestParam Guest.Kind kind,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam String card) {
        Body found = scope.body(body, Permission.CREDENTIAL_CHANGE);
        Guests.NewGuest guest = new Guests.NewGuest(kind, name, organisation, card);
        return switch (guests.register(body, List.of(guest))) {
            case Ruling.Granted<List<Guest>> _ -> SeeOther.to("/bodies/" + body + "/guests");
            case Ruling.Refused<List<Guest>>(List<Refusal> reasons) -> show(found, guest, reasons);
        };
    }

    @PostMapping("/bodies/{body}/guests/{guest}/withdraw")
    Object withdraw(@PathVariable String body, @PathVariable UUID guest, @RequestParam String reason) {
        Body found = scope.body(body, Permission.CREDENTIAL_CHANGE);
        return switch (guests.withdraw(body, guest, reason)) {
            case Ruling.Granted<Guest> _ -> SeeOther.to("/bodies/" + body + "/guests");
            case Ruling.Refused<Guest>(List<Refusal> reasons) -> show(found, NOTHING, reasons);
        };
    }
}
