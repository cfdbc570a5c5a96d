package org.yicheng.web.repeat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yicheng.party.Caller;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * {@code Idempotency-Key} on POST routes of the API: the act and its answer are stored in one transaction, so a repeat
 * after a lost answer gets the first answer and never acts twice. A refusal changes nothing and is not kept: the same
 * key may ask again. {@link Kept} names the routes that keep nothing.
 */
@Component
class RepeatFilter extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 12 * 1024 * 1024;

    private final Answered answered;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    RepeatFilter(
            Answered answered,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answered = answered;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || !Kept.on(path)
                || !Caller.current().signedIn();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = Objects.requireNonNull(request.getHeader(KEY));
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, Refusal.at(KEY, "web.repeat-key", "most", LONGEST_KEY));
            return;
        }
        boolean parts = Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/");
        byte[] body = parts ? new byte[0] : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(request, response, Refusal.plain("web.too-large"));
            return;
        }
        byte[] asked = digest(request, body);
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        HttpServletRequest readable = parts ? request : new ReadBody(request, body);
        boolean first = once(new Asking(Caller.current().actor(), key, asked), readable, kept, chain);
        if (first) {
            kept.copyBodyToResponse();
        } else {
            again(request, response, key, asked);
        }
    }

    private record Asking(String caller, String key, byte[] request) {}

    /** Acts and keeps the answer in one transaction; false if the key was used before. */
    private boolean once(
            Asking asking, HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                if (!answered.claim(asking.caller(), asking.key(), asking.request())) {
                    return false;
                }
                act(request, response, chain);
                settle(status, asking, response);
                return true;
            }));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (ServletFailure e) {
            throw e.cause;
        }
    }

    private static void act(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new ServletFailure(e);
        }
    }

    private void settle(TransactionStatus status, Asking asking, ContentCachingResponseWrapper response) {
        if (response.getStatus() >= 400) {
            status.setRollbackOnly();
            return;
        }
        if (status.isRollbackOnly()) {
            throw new IllegalStateException("a success was answered, but a part of it had been rolled back");
        }
        String location = response.getHeader(HttpHeaders.LOCATION);
        answered.keep(
                asking.caller(),
                asking.key(),
                new Answer(
                        asking.request(),
                        response.getStatus(),
                        new String(response.getContentAsByteArray(), StandardCharsets.UTF_8),
                        Objects.requireNonNullElse(response.getContentType(), ""),
                        location == null ? "" : location));
    }

    private void again(HttpServletRequest request, HttpServletResponse response, String key, byte[] asked)
            throws IOException {
        Answer first = answered.find(Caller.current().actor(), key).orElse(null);
        if (first == null) {
            // The request that held the key was refused meanwhile and gave it back.
            refuse(request, response, Refusal.plain("web.repeat-busy"));
            return;
        }
        if (!first.to(asked)) {
            refuse(request, response, Refusal.at(KEY, "web.repeat-differs"));
            return;
        }
        response.setStatus(first.status());
        if (!first.mediaType().isEmpty()) {
            response.setContentType(first.mediaType());
        }
        if (!first.location().isEmpty()) {
            response.setHeader(HttpHeaders.LOCATION, first.location());
        }
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(first.content().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal reason) {
        problems.resolveException(request, response, null, new RefusedException(reason));
    }

    private static byte[] digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + "\n" + request.getRequestURI() + "\n" + request.getQueryString() + "\n";
            sha.update(head.getBytes(StandardCharsets.UTF_8));
            // Parts of an upload are read by the container; their length stands for them.
            sha.update(Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return sha.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries a servlet exception through the transaction. */
    private static final class ServletFailure extends RuntimeException {
        private final transient ServletException cause;

        private ServletFailure(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
