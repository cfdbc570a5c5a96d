package org.yicheng.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Needs;
import org.yicheng.party.Passkeys;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** The own account: roles, password, one-time codes, passkeys. */
@Controller
@Needs(Permission.OWN_ACCOUNT)
class OwnAccountPages {

    private static final String HERE = "/account";

    private final OwnAccount own;
    private final Keys keys;
    private final Passkeys passkeys;
    private final RoleNames places;
    private final Pages pages;

    OwnAccountPages(OwnAccount own, Keys keys, Passkeys passkeys, RoleNames places, Pages pages) {
        this.own = own;
        this.keys = keys;
        this.passkeys = passkeys;
        this.places = places;
        this.pages = pages;
    }

    @GetMapping(HERE)
    View show() {
        return show(Optional.empty(), false, List.of());
    }

    private View show(Optional<QrPath> secret, boolean confirming, List<Refusal> reasons) {
        Account account = own.account();
        boolean staff = OwnAccount.isStaff(account);
        AccountView view = new AccountView(
                account,
                roles(),
                staff ? Optional.of(keys.of(account.id())) : Optional.empty(),
                staff ? passkeys.of(account.id()) : List.of(),
                secret,
                confirming,
                new Faults(reasons));
        return pages.show("web/account", view, reasons.isEmpty() ? 200 : 422);
    }

    private List<AccountView.Held> roles() {
        return Caller.current().grants().stream()
                .sorted(Comparator.comparing((Caller.Grant grant) -> grant.role())
                        .thenComparing(Caller.Grant::scope))
                .map(grant -> new AccountView.Held(grant, places.of(grant.scope())))
                .toList();
    }

    /** Every session of the account ends, this one goes on under a new token. */
    @PostMapping("/account/password")
    Object password(HttpServletRequest request, @RequestParam String old, @RequestParam String password) {
        Ruling<String> ruling = keys.changePassword(own.staff().id(), old, password, request.getRemoteAddr());
        return switch (ruling) {
            case Ruling.Granted<String>(String token) ->
                ResponseEntity.status(Moves.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, HERE)
                        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(request, token))
                        .build();
            case Ruling.Refused<String>(List<Refusal> reasons) -> show(Optional.empty(), false, reasons);
        };
    }

    /** Shows the new secret once, as a QR code and as text. */
    @PostMapping("/account/codes")
    View codes(HttpServletRequest request, @RequestParam(defaultValue = "") String codePassword) {
        return switch (keys.proposeCodes(own.staff().id(), codePassword, request.getRemoteAddr())) {
            case Ruling.Granted<String>(String uri) -> show(Optional.of(QrPath.of(uri)), true, List.of());
            case Ruling.Refused<String>(List<Refusal> reasons) ->
                show(Optional.empty(), false, Moves.at("codePassword", reasons));
        };
    }

    @PostMapping("/account/codes/confirm")
    Object confirm(HttpServletRequest request, @RequestParam String code) {
        return switch (keys.confirmCodes(own.staff().id(), code.strip(), request.getRemoteAddr())) {
            case Ruling.Granted<Keys.State> _ -> Moves.to(HERE);
            case Ruling.Refused<Keys.State>(List<Refusal> reasons) -> show(Optional.empty(), true, reasons);
        };
    }

    @PostMapping("/account/passkeys")
    Object register(@RequestParam String label, @RequestParam String answer) {
        return switch (passkeys.register(own.staff().id(), label, answer)) {
            case Ruling.Granted<Passkeys.Passkey> _ -> Moves.to(HERE);
            case Ruling.Refused<Passkeys.Passkey>(List<Refusal> reasons) -> show(Optional.empty(), false, reasons);
        };
    }

    @PostMapping("/account/passkeys/remove")
    Object remove(@RequestParam String id) {
        return switch (passkeys.remove(own.staff().id(), id)) {
            case Ruling.Granted<Passkeys.Passkey> _ -> Moves.to(HERE);
            case Ruling.Refused<Passkeys.Passkey>(List<Refusal> reasons) -> show(Optional.empty(), false, reasons);
        };
    }
}
