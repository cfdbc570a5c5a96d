package org.yicheng.party.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;

/** Finds out who is calling, from the cookie or the bearer token, and runs the request as that caller. */
final class CallerFilter extends OncePerRequestFilter {

    static final String COOKIE = "yicheng";
    private static final String BEARER = "Bearer ";
    private static final String FOUND = CallerFilter.class.getName();

    private final Accounts accounts;

    CallerFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = request.getAttribute(FOUND) instanceof Caller found ? found : resolve(request);
        request.setAttribute(FOUND, caller);
        try {
            caller.run(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Caller resolve(HttpServletRequest request) {
        return token(request).flatMap(accounts::callerOf).orElse(Caller.PUBLIC);
    }

    static Optional<String> token(HttpServletRequest request) {
        return bearer(request).or(() -> cookie(request));
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
