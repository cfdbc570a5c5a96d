package org.yicheng.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Needs;
import org.yicheng.party.Passkeys;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** Signing in and out: staff by passkey or by password and one-time code, members by card and hall code, devices by token. */
@Controller
@Needs(Permission.PUBLIC_READ)
class SignInPages {

    private final Accounts accounts;
    private final Keys keys;
    private final Passkeys passkeys;
    private final Pages pages;

    SignInPages(Accounts accounts, Keys keys, Passkeys passkeys, Pages pages) {
        this.accounts = accounts;
        this.keys = keys;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @GetMapping("/login")
    View ask(@RequestParam(defaultValue = "/") String next) {
        return pages.show("web/signin", new SignInView(local(next), "", "", Faults.NONE));
    }

    @PostMapping("/login")
    Object signIn(HttpServletRequest request, @RequestParam Map<String, String> form) {
        String next = local(form.getOrDefault("next", "/"));
        return switch (ruling(form, request.getRemoteAddr())) {
            case Ruling.Granted<String>(String token) -> arrived(request, next, token);
            case Ruling.Refused<String>(List<Refusal> reasons) ->
                pages.show(
                        "web/signin",
                        new SignInView(next, typed(form, "login"), typed(form, "card"), new Faults(reasons)),
                        401);
        };
    }

    private Ruling<String> ruling(Map<String, String> form, String address) {
        return switch (typed(form, "as")) {
            case "member" -> accounts.signInWithCard(typed(form, "card"), typed(form, "hallCode"), address);
            case "device" -> accounts.signInWithToken(typed(form, "token"), address);
            case "passkey" -> passkeys.signIn(form.getOrDefault("answer", ""), address);
            default ->
                accounts.signInWithPassword(
                        typed(form, "login"), form.getOrDefault("password", ""), typed(form, "code"), address);
        };
    }

    private static String typed(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    /** Who has not finished the first sign-in is brought to the account, where it is finished. */
    private ResponseEntity<Void> arrived(HttpServletRequest request, String next, String token) {
        boolean unfinished = accounts.callerOf(token)
                .flatMap(Caller::account)
                .filter(id -> keys.of(id).unfinished())
                .isPresent();
        return moved(unfinished ? "/account" : next, SessionCookie.of(request, token));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.token(request).ifPresent(accounts::signOut);
        return moved("/", SessionCookie.ended(request));
    }

    private static ResponseEntity<Void> moved(String to, String cookie) {
        return ResponseEntity.status(Moves.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }

    /** Only a path of this site; never another host. */
    private static String local(String next) {
        return next.startsWith("/") && !next.startsWith("//") && !next.contains("\\") ? next : "/";
    }
}
