package sportello.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import sportello.identity.Sessions;
import sportello.identity.Viewer;

/** Finds the viewer of a request by its cookie, once, and only when somebody asks. Log-in and log-out write the cookie. */
@Component
class SessionContexts implements SecurityContextRepository {
    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionContexts(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; loadDeferredContext calls it when needed
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        viewer(holder.getRequest()).map(ViewerAuthentication::new).ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nothing is kept between requests but the row that log-in writes.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    private Optional<Viewer> viewer(HttpServletRequest request) {
        try {
            return cookie.read(request).flatMap(sessions::viewer);
        } catch (DataAccessException | TransactionException away) {
            // The page that says so must not fail for the same reason.
            if (request.getDispatcherType() == DispatcherType.ERROR) return Optional.empty();
            throw away;
        }
    }
}
