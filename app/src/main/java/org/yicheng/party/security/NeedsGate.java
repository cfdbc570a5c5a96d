package org.yicheng.party.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * Lets a request through only if its route names a permission and the caller has it. Files under {@code static} are
 * open; whatever else answers requests without naming a permission answers nobody.
 */
final class NeedsGate implements HandlerInterceptor {

    /** The only routes that are not ours: the description of the API and the page that browses it. */
    private static final String DESCRIPTION = "org.springdoc.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Optional<Permission> needed = handler instanceof HandlerMethod method ? needed(method) : Optional.empty();
        Caller caller = Caller.current();
        if (needed.isPresent() && caller.may(needed.get())) {
            return true;
        }
        if (caller.signedIn()) {
            throw new AccessDeniedException(request.getRequestURI());
        }
        if (request.getRequestURI().startsWith("/api/")) {
            throw new RefusedException(Refusal.plain("party.sign-in-needed"));
        }
        toSignIn(request, response);
        return false;
    }

    /** What a route needs; empty: nobody may. */
    static Optional<Permission> needed(HandlerMethod method) {
        if (method.getBeanType().getName().startsWith(DESCRIPTION)) {
            return Optional.of(Permission.PUBLIC_READ);
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)))
                .map(Needs::value);
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        boolean read = request.getMethod().equals("GET");
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", read ? "/login?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8) : "/login");
    }
}
