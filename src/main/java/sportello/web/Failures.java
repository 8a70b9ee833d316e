package sportello.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.View;
import sportello.ticket.TicketNotFound;

/**
 * Every error of every page, once for all: a calm page with a status, and in the log the rest under an id. Programs are told the
 * same in JSON.
 */
@Controller
@ControllerAdvice
class Failures implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    /** As PostgreSQL calls it; reading goes on meanwhile. */
    private static final String DISK_FULL = "53100";

    private final Views views;
    private final RandomGenerator random = new SecureRandom();

    Failures(Views views) {
        this.views = views;
    }

    /** What a controller threw; security's own exceptions go on to its filters. */
    @ExceptionHandler
    View thrown(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) throw failure;
        if (failure instanceof ErrorResponse known)
            known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        return page(statusOf(failure), failure, request);
    }

    /** What the container or a filter refused, and what a template threw. */
    @RequestMapping("${server.error.path:/error}")
    View refused(HttpServletRequest request) {
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure != null) return page(statusOf(failure), failure, request);
        if (request.getAttribute(PausedPage.ASKED) != null) return paused(request);
        return page(status == null ? 404 : status, null, request);
    }

    private View paused(HttpServletRequest request) {
        return Problem.isFor(request)
                ? views.problem(words -> new Problem(HttpStatus.SERVICE_UNAVAILABLE.value(), words.t("problem.paused")))
                : views.show(HttpStatus.SERVICE_UNAVAILABLE, "paused", new PausedPage());
    }

    private View page(int status, @Nullable Throwable failure, HttpServletRequest request) {
        var id = status < 500 ? null : HexFormat.of().toHexDigits(random.nextInt());
        if (id != null) log.error("Error {} ({})", id, status, failure);
        var page = new ErrorPage(status, id);
        return Problem.isFor(request)
                ? views.problem(page::problem)
                : views.show(HttpStatus.valueOf(status), "error", page);
    }

    private static int statusOf(Throwable failure) {
        if (causes(failure).anyMatch(Failures::isDiskFull)) return 507;
        if (causes(failure).anyMatch(Failures::isDatabaseAway)) return 503;
        return switch (failure) {
            case TicketNotFound missing -> 404;
            case ErrorResponse known -> known.getStatusCode().value();
            case MethodArgumentTypeMismatchException odd -> isInPath(odd) ? 404 : 400;
            case HttpMessageNotReadableException odd -> 400;
            default -> 500;
        };
    }

    /** An address with a word where a number belongs leads nowhere. */
    private static boolean isInPath(MethodArgumentTypeMismatchException odd) {
        return odd.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isDiskFull(Throwable cause) {
        return cause instanceof SQLException told && DISK_FULL.equals(told.getSQLState());
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return switch (cause) {
            case CannotGetJdbcConnectionException away -> true;
            case CannotCreateTransactionException away -> true;
            case DataAccessResourceFailureException away -> true;
            case TransientDataAccessResourceException away -> true;
            case SQLTransientConnectionException away -> true;
            default -> false;
        };
    }
}
