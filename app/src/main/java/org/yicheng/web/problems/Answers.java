package org.yicheng.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.rule.Language;
import org.yicheng.web.Pages;
import org.yicheng.web.shell.Paths;

/** A problem as an answer: a document for the API, a page for people. */
@Component
class Answers {

    private static final String RETRY_SECONDS = "5";

    private final ProblemDocument documents;
    private final Pages pages;

    Answers(ProblemDocument documents, Pages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    Object to(HttpServletRequest request, HttpServletResponse response, String path, Problem problem) {
        if (problem.passing()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return path.startsWith("/api/") || path.equals("/live")
                ? document(request, path, problem)
                : page(request, problem);
    }

    private ResponseEntity<Object> document(HttpServletRequest request, String path, Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(documents.of(problem, language(request), path));
    }

    private Object page(HttpServletRequest request, Problem problem) {
        int status = problem.status().value();
        String kind = switch (status) {
            case 401, 403, 404, 409, 412, 429, 500, 503 -> Integer.toString(status);
            default -> "400";
        };
        boolean signIn = (status == 401 || status == 403) && !Caller.current().signedIn();
        return pages.show(
                "web/problem",
                new ProblemView(
                        status,
                        "web.problem-" + kind,
                        "web.next-" + kind,
                        problem.reasons(),
                        Paths.cameFrom(request).orElse("/"),
                        signIn),
                status);
    }

    private static Language language(HttpServletRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return asked != null && asked.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH;
    }
}
