package org.yicheng.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the description of the interface once it is made: it is the same for every caller and does not change while the
 * platform runs, and writing its megabyte anew costs a tenth of a second of a core.
 */
final class DescriptionKept extends OncePerRequestFilter {

    private record Kept(@Nullable String type, byte[] content) {}

    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kept known = kept.get();
        if (known != null && request.getMethod().equals("GET")) {
            response.setContentType(known.type());
            response.setContentLength(known.content().length);
            response.getOutputStream().write(known.content());
            return;
        }
        ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() == HttpStatus.OK.value() && request.getMethod().equals("GET")) {
            kept.set(new Kept(made.getContentType(), made.getContentAsByteArray()));
        }
        made.copyBodyToResponse();
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** After the filters of security and language, which come for every answer. */
        @Bean
        FilterRegistrationBean<DescriptionKept> descriptionKept() {
            FilterRegistrationBean<DescriptionKept> filter = new FilterRegistrationBean<>(new DescriptionKept());
            filter.addUrlPatterns("/api/openapi");
            return filter;
        }
    }
}
