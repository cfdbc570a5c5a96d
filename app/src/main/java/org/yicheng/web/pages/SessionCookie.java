package org.yicheng.web.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token in a browser. How long the session lasts is the server's business. */
final class SessionCookie {

    static final String NAME = "yicheng";
    private static final Duration LONGEST = Duration.ofHours(40);

    private SessionCookie() {}

    static String of(HttpServletRequest request, String token) {
        return of(request, token, LONGEST);
    }

    static String ended(HttpServletRequest request) {
        return of(request, "", Duration.ZERO);
    }

    private static String of(HttpServletRequest request, String token, Duration age) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }
}
