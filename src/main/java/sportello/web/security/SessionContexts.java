package sportello.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import sportello.audit.Hand;
import sportello.identity.ApiTokens;
import sportello.identity.Session;
import sportello.identity.Sessions;

/** Finds the viewer of a request by its cookie, once, and only when somebody asks. Log-in and log-out write the cookie. */
@Component
class SessionContexts implements SecurityContextRepository {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Routes routes;
    private final ApiTokens tokens;
    private final Visitors visitors;

    SessionContexts(Sessions sessions, SessionCookie cookie, Routes routes, ApiTokens tokens, Visitors visitors) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routes = routes;
        this.tokens = tokens;
        this.visitors = visitors;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; loadDeferredContext calls it when needed
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        session(holder.getRequest()).map(ViewerAuthentication::new).ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nothing is kept between requests but the row that log-in writes.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Bearer.of(request).isPresent() || cookie.read(request).isPresent();
    }

    private Optional<Session> session(HttpServletRequest request) {
        try {
            var shown = Bearer.of(request);
            return shown.isPresent()
                    ? session(request, shown.get())
                    : cookie.read(request).flatMap(sessions::find);
        } catch (DataAccessException | TransactionException away) {
            // The page that says so must not fail for the same reason.
            if (request.getDispatcherType() == DispatcherType.ERROR) return Optional.empty();
            throw away;
        }
    }

    /** A program passes where the table says so, and nowhere else. */
    private Optional<Session> session(HttpServletRequest request, String shown) {
        var method = HttpMethod.valueOf(request.getMethod());
        var writing = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
        return routes.at(method, request.getRequestURI())
                .filter(Route::token)
                .flatMap(route ->
                        Hand.during(() -> visitors.hand(null, "", request), () -> tokens.find(shown, writing)));
    }
}
