package org.yicheng.assembly.hall.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.document.Sheets;
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

    /**
     * @param rows what was read, to be sent again with the import; nothing is kept in between
     * @param reasons why the file could not be read at all
     */
    public record ImportView(Body body, Guests.Preview preview, String rows, List<Refusal> reasons) {}

    @PostMapping("/bodies/{body}/guests/preview")
    View preview(@PathVariable String body, @RequestParam MultipartFile file) throws IOException {
        return look(scope.body(body, Permission.CREDENTIAL_CHANGE), file.getBytes());
    }

    private View look(Body body, byte[] content) {
        return switch (guests.preview(body.id(), content)) {
            case Ruling.Refused<Guests.Preview>(List<Refusal> reasons) -> show(body, NOTHING, reasons);
            case Ruling.Granted<Guests.Preview>(Guests.Preview preview) ->
                pages.show(
                        "hall/guestsimport",
                        new ImportView(body, preview, csv(preview.guests()), List.of()),
                        preview.faults().isEmpty() ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
        };
    }

    private static String csv(List<Guests.NewGuest> guests) {
        return new String(
                Sheets.csv(
                        Guests.COLUMNS,
                        guests.stream()
                                .map(guest ->
                                        List.of(guest.kind().name(), guest.name(), guest.organisation(), guest.card()))
                                .toList()),
                StandardCharsets.UTF_8);
    }

    @PostMapping("/bodies/{body}/guests/import")
    Object take(@PathVariable String body, @RequestParam String rows) {
        Body found = scope.body(body, Permission.CREDENTIAL_CHANGE);
        byte[] content = rows.getBytes(StandardCharsets.UTF_8);
        boolean clean = guests.preview(body, content) instanceof Ruling.Granted<Guests.Preview>(Guests.Preview preview)
                && preview.faults().isEmpty()
                && guests.register(body, preview.guests()) instanceof Ruling.Granted<List<Guest>>;
        return clean ? SeeOther.to("/bodies/" + body + "/guests") : look(found, content);
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
