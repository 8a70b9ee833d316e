package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import sportello.base.Query;
import sportello.identity.Viewer;
import sportello.web.Problem;
import sportello.web.Views;

/**
 * Leads whoever owes a second factor to where it is set up. What was typed waits where a proof would be asked for as well;
 * other forms are told, and stay in the browser. A program is told to rest.
 */
@Component
class Owed {
    private final Routes routes;
    private final Withheld withheld;
    private final Views views;
    private final MessageSource messages;

    Owed(Routes routes, Withheld withheld, Views views, MessageSource messages) {
        this.routes = routes;
        this.withheld = withheld;
        this.views = views;
        this.messages = messages;
    }

    void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Bearer.of(request).isPresent()) rest(response);
        else if (LoginEntryPoint.asksForPage(request))
            response.sendRedirect(
                    Query.EMPTY.with("target", LoginEntryPoint.target(request)).after("/login/factor"));
        else if (isProven(request)) withhold(request, response);
        else response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    private void rest(HttpServletResponse response) throws IOException {
        var said =
                messages.getMessage("token.resting", null, viewer().language().locale());
        new Problem(HttpStatus.FORBIDDEN.value(), said).write(response);
    }

    private boolean isProven(HttpServletRequest request) {
        return routes.at(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .filter(Route::proven)
                .isPresent();
    }

    private void withhold(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = new OwedPage(request.getRequestURI(), withheld.seal(request, viewer()));
        try {
            views.show(HttpStatus.UNPROCESSABLE_CONTENT, "login/owed", page).render(Map.of(), request, response);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Viewer viewer() {
        return Objects.requireNonNull(
                ViewerAuthentication.viewerOf(SecurityContextHolder.getContext().getAuthentication()));
    }
}
