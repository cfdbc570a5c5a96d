package org.yicheng.web.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** Signing in and out: staff by password and one-time code, members by card and hall code. */
@Controller
class SignInPages {

    static final String COOKIE = "yicheng";
    private static final Duration LENGTH = Duration.ofHours(16);

    private final Accounts accounts;
    private final Pages pages;

    SignInPages(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    record ByPassword(String login, String password, String code) {}

    record ByCard(String card, String hallCode) {}

    record Token(String token) {}

    @GetMapping("/login")
    @Needs(Permission.PUBLIC_READ)
    View ask(@RequestParam(defaultValue = "/") String next) {
        return pages.show("web/signin", new SignInView(local(next), "", "", Faults.NONE));
    }

    @PostMapping("/login")
    @Needs(Permission.PUBLIC_READ)
    Object signIn(HttpServletRequest request, @RequestParam Map<String, String> form) {
        String address = request.getRemoteAddr();
        String card = form.getOrDefault("card", "").strip();
        String login = form.getOrDefault("login", "").strip();
        String next = local(form.getOrDefault("next", "/"));
        Ruling<String> ruling = form.getOrDefault("as", "").equals("member")
                ? accounts.signInWithCard(
                        card, form.getOrDefault("hallCode", "").strip(), address)
                : accounts.signInWithPassword(
                        login,
                        form.getOrDefault("password", ""),
                        form.getOrDefault("code", "").strip(),
                        address);
        return switch (ruling) {
            case Ruling.Granted<String>(String token) -> moved(next, cookie(request, token, LENGTH));
            case Ruling.Refused<String>(List<Refusal> reasons) ->
                pages.show("web/signin", new SignInView(next, login, card, new Faults(reasons)), 401);
        };
    }

    @PostMapping("/logout")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        token(request).ifPresent(accounts::signOut);
        return moved("/", cookie(request, "", Duration.ZERO));
    }

    @PostMapping("/api/v1/sign-in/password")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    Token byPassword(HttpServletRequest request, @RequestBody ByPassword given) {
        return new Token(
                accounts.signInWithPassword(given.login(), given.password(), given.code(), request.getRemoteAddr())
                        .orThrow());
    }

    @PostMapping("/api/v1/sign-in/card")
    @Needs(Permission.PUBLIC_READ)
    @ResponseBody
    Token byCard(HttpServletRequest request, @RequestBody ByCard given) {
        return new Token(accounts.signInWithCard(given.card(), given.hallCode(), request.getRemoteAddr())
                .orThrow());
    }

    @GetMapping("/api/v1/me")
    @Needs(Permission.OWN_ACCOUNT)
    @ResponseBody
    Caller me() {
        return Caller.current();
    }

    private static ResponseEntity<Void> moved(String to, String cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", to)
                .header("Set-Cookie", cookie)
                .build();
    }

    private static String cookie(HttpServletRequest request, String token, Duration age) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static Optional<String> token(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Only a path of this site; never another host. */
    private static String local(String next) {
        return next.startsWith("/") && !next.startsWith("//") && !next.contains("\\") ? next : "/";
    }
}
