package org.yicheng.web.problems;

import java.security.SecureRandom;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** From an exception to what is answered. Only what nobody expected is logged, under a number that the answer shows. */
@Component
class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    Problem of(Throwable exception) {
        return switch (exception) {
            case RefusedException refused -> Problem.refused(refused.reasons());
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> fields(invalid.getBindingResult());
            case BindException invalid -> fields(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> parameters(invalid);
            case MissingServletRequestParameterException missing ->
                bad(Refusal.at(missing.getParameterName(), "web.field-missing"));
            case MissingRequestHeaderException missing -> bad(Refusal.at(missing.getHeaderName(), "web.field-missing"));
            case MethodArgumentTypeMismatchException mismatch -> bad(mismatch(mismatch.getName(), mismatch.getValue()));
            case TypeMismatchException mismatch ->
                bad(mismatch(Objects.requireNonNullElse(mismatch.getPropertyName(), "?"), mismatch.getValue()));
            case MaxUploadSizeExceededException _ -> plain(HttpStatus.CONTENT_TOO_LARGE);
            case MissingServletRequestPartException missing ->
                bad(Refusal.at(missing.getRequestPartName(), "web.field-missing"));
            case MultipartException _ -> bad(Refusal.plain("web.upload-expected"));
            case ErrorResponse answer when answer.getStatusCode().is4xxClientError() -> plain(answer.getStatusCode());
            default -> machine(exception);
        };
    }

    /** For errors that were only announced by their status, by the container or a filter. */
    Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null || (known.is5xxServerError() && known != HttpStatus.SERVICE_UNAVAILABLE)
                ? incident(new IllegalStateException("an error page was asked for with status " + status))
                : plain(known);
    }

    private static Problem plain(HttpStatusCode status) {
        HttpStatus known =
                Optional.ofNullable(HttpStatus.resolve(status.value())).orElse(HttpStatus.BAD_REQUEST);
        String code = switch (known) {
            case UNAUTHORIZED -> "web.sign-in-needed";
            case FORBIDDEN -> "web.not-allowed";
            case NOT_FOUND -> "web.page.unknown";
            case METHOD_NOT_ALLOWED -> "web.method-not-offered";
            case NOT_ACCEPTABLE -> "web.form-not-offered";
            case CONTENT_TOO_LARGE -> "web.too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "web.form-not-understood";
            case TOO_MANY_REQUESTS -> "web.too-often";
            case SERVICE_UNAVAILABLE -> "web.database-busy";
            default -> "web.request-malformed";
        };
        return Problem.of(known, Refusal.plain(code));
    }

    private static Problem bad(Refusal reason) {
        return Problem.of(HttpStatus.BAD_REQUEST, reason);
    }

    private static Refusal mismatch(String field, @Nullable Object value) {
        return Refusal.at(field, "web.field-form", "value", shown(value));
    }

    private static Problem unreadable(HttpMessageNotReadableException exception) {
        Throwable cause = exception.getCause();
        if (cause instanceof DatabindException databind && !databind.getPath().isEmpty()) {
            return bad(Refusal.at(pointer(databind.getPath()), "web.body-field"));
        }
        if (cause instanceof JacksonException json && json.getLocation() != null) {
            return bad(Refusal.plain(
                    "web.body-syntax",
                    "line",
                    json.getLocation().getLineNr(),
                    "column",
                    json.getLocation().getColumnNr()));
        }
        return bad(Refusal.plain("web.body-missing"));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
        }
        return pointer.toString();
    }

    private static Problem fields(BindingResult result) {
        List<Refusal> reasons =
                result.getFieldErrors().stream().map(Diagnosis::field).toList();
        return reasons.isEmpty()
                ? bad(Refusal.plain("web.request-malformed"))
                : new Problem(HttpStatus.BAD_REQUEST, reasons, Optional.empty());
    }

    private static Refusal field(FieldError error) {
        Object value = error.getRejectedValue();
        return value == null || value.toString().isBlank()
                ? Refusal.at(error.getField(), "web.field-missing")
                : mismatch(error.getField(), value);
    }

    private static Problem parameters(HandlerMethodValidationException exception) {
        List<Refusal> reasons = exception.getParameterValidationResults().stream()
                .map(result -> mismatch(
                        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "?"),
                        result.getArgument()))
                .toList();
        return reasons.isEmpty()
                ? bad(Refusal.plain("web.request-malformed"))
                : new Problem(HttpStatus.BAD_REQUEST, reasons, Optional.empty());
    }

    private Problem machine(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException) {
                LOG.warn("the database does not answer: {}", cause.toString());
                return plain(HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
        return incident(exception);
    }

    private static Problem incident(Throwable exception) {
        String number = number();
        LOG.error("incident {}", number, exception);
        return Problem.failed(number);
    }

    /** Short enough to be read out on the telephone: the day and six letters without look-alikes. */
    private static String number() {
        StringBuilder text =
                new StringBuilder(LocalDate.now(ZoneOffset.ofHours(8)).format(DateTimeFormatter.ofPattern("yyMMdd")));
        text.append('-');
        for (int i = 0; i < 6; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.codePointCount(0, text.length()) > 60
                ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…"
                : text;
    }
}
