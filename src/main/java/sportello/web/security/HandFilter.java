package sportello.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import sportello.audit.Hand;
import sportello.identity.Viewer.AgentViewer;

/** Says whose hand is at work behind the door, for the book of what administrators change. */
final class HandFilter extends OncePerRequestFilter {
    private final Visitors visitors;

    HandFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Hand.during(() -> hand(request), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Hand hand(HttpServletRequest request) {
        var viewer =
                ViewerAuthentication.viewerOf(SecurityContextHolder.getContext().getAuthentication());
        return viewer instanceof AgentViewer agent
                ? visitors.hand(agent.id().value(), agent.name(), request)
                : visitors.hand(null, "", request);
    }
}
