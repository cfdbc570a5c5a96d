package org.yicheng.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Errors that no controller saw: refused by the security chain, by the container, or thrown by a filter. */
@Controller
class ErrorPages implements ErrorController {

    private final Diagnosis diagnosis;
    private final Answers answers;

    ErrorPages(Diagnosis diagnosis, Answers answers) {
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Needs(Permission.PUBLIC_READ)
    Object show(HttpServletRequest request, HttpServletResponse response) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = thrown instanceof Throwable exception
                ? diagnosis.of(exception)
                : diagnosis.of(status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND);
        return answers.to(request, response, path instanceof String text ? text : request.getRequestURI(), problem);
    }
}
