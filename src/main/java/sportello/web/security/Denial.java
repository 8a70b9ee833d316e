package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import sportello.web.PausedPage;
import sportello.web.Problem;

/**
 * What may not be entered looks like what does not exist; a form without its token is told so, a program without its own
 * too, and who has to wait until the house is open again. Whoever owes a second factor is led to it.
 */
@Component
class Denial implements AccessDeniedHandler {

    private final Owed owed;

    Denial(Owed owed) {
        this.owed = owed;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (!(reason instanceof CsrfException) && isPaused()) {
            request.setAttribute(PausedPage.ASKED, true);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        if (!(reason instanceof CsrfException) && isOwing()) {
            owed.lead(request, response);
            return;
        }
        response.sendError(statusOf(request, reason).value());
    }

    private static HttpStatus statusOf(HttpServletRequest request, AccessDeniedException reason) {
        if (!(reason instanceof CsrfException)) return HttpStatus.NOT_FOUND;
        var nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        return nobody && Problem.isFor(request) ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
    }

    private static boolean isOwing() {
        return ViewerAuthentication.isOwing(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean isPaused() {
        return ViewerAuthentication.isPaused(SecurityContextHolder.getContext().getAuthentication());
    }
}
