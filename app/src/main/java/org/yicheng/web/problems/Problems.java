package org.yicheng.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers whatever a controller throws. Lack of right is left to the security chain, which knows where to sign in. */
@ControllerAdvice
class Problems {

    private final Diagnosis diagnosis;
    private final Answers answers;

    Problems(Diagnosis diagnosis, Answers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @ExceptionHandler(AccessDeniedException.class)
    void notAllowed(AccessDeniedException exception) {
        throw exception;
    }

    @ExceptionHandler(AuthenticationException.class)
    void notSignedIn(AuthenticationException exception) {
        throw exception;
    }

    /** The reader has gone: nobody is left to answer. */
    @ExceptionHandler(IOException.class)
    @Nullable
    Object gone(IOException exception, HttpServletRequest request, HttpServletResponse response) {
        return response.isCommitted() ? null : anything(exception, request, response);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object anything(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        Problem problem = diagnosis.of(exception);
        return response.isCommitted() ? null : answers.to(request, response, request.getRequestURI(), problem);
    }
}
