package org.yicheng.web.problems;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.yicheng.rule.Refusal;

/**
 * What is answered instead of the thing that was asked for.
 *
 * @param status HTTP status
 * @param reasons every reason, at least one; the first names the problem
 * @param incident the number under which an unexpected failure was logged
 */
record Problem(HttpStatus status, List<Refusal> reasons, Optional<String> incident) {

    Problem {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a problem needs a reason");
        }
    }

    /** Refused: the status follows from the codes. */
    static Problem refused(List<Refusal> reasons) {
        return new Problem(statusOf(reasons), reasons, Optional.empty());
    }

    static Problem of(HttpStatus status, Refusal reason) {
        return new Problem(status, List.of(reason), Optional.empty());
    }

    static Problem failed(String incident) {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                List.of(Refusal.plain("web.incident", "incident", incident)),
                Optional.of(incident));
    }

    String code() {
        return reasons.getFirst().code();
    }

    /** The reader may send the same again later. */
    boolean passing() {
        return status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
    }

    /**
     * The ends of codes that say what kind of refusal it is: {@code .unknown} nothing there, {@code
     * sign-in-needed} nobody signed in, {@code stale} changed meanwhile, {@code attempts-too-many} or {@code too-often}, {@code busy} or {@code -full} no room now. Otherwise a refusal that
     * rests on no rule and names a field is malformed input, and any other a refusal by a rule.
     */
    private static HttpStatus statusOf(List<Refusal> reasons) {
        if (reasons.stream().allMatch(reason -> reason.code().endsWith(".unknown"))) {
            return HttpStatus.NOT_FOUND;
        }
        String code = reasons.getFirst().code();
        if (code.equals("web.repeat-differs")) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (code.endsWith("sign-in-needed")) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (code.endsWith("stale")) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        if (code.endsWith("too-large")) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (code.endsWith("attempts-too-many") || code.endsWith("too-often")) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (code.endsWith("busy") || code.endsWith("-full")) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        boolean malformed = reasons.stream()
                .allMatch(
                        reason -> reason.field().isPresent() && reason.ground().isEmpty());
        return malformed ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
    }
}
