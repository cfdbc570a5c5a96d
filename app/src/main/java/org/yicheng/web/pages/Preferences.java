package org.yicheng.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;
import org.yicheng.web.shell.Paths;
import org.yicheng.web.shell.Shells;

/** Language and size of print, kept in the reader's browser. */
@Controller
@Needs(Permission.PUBLIC_READ)
class Preferences {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Pages pages;

    Preferences(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/preferences")
    View ask(HttpServletRequest request) {
        return pages.show("web/preferences", Paths.cameFrom(request).orElse("/"));
    }

    @PostMapping("/preferences")
    ResponseEntity<Void> keep(
            @RequestParam Optional<String> language,
            @RequestParam Optional<String> mode,
            @RequestParam Optional<String> back,
            HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        language.ifPresent(value -> headers.add(
                HttpHeaders.SET_COOKIE, cookie(request, Shells.LANGUAGE, value.startsWith("en") ? "en" : "zh")));
        mode.ifPresent(value -> headers.add(
                HttpHeaders.SET_COOKIE, cookie(request, Shells.MODE, value.equals("elder") ? "elder" : "clerk")));
        headers.set(HttpHeaders.LOCATION, back.filter(Paths::local).orElse("/"));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    private static String cookie(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
