package sportello.web.security;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import sportello.identity.Session;
import sportello.identity.Viewer;

/** The viewer in the words of Spring Security. It has no authorities: the table of routes asks the viewer itself. */
final class ViewerAuthentication extends AbstractAuthenticationToken {
    private final transient Viewer viewer;
    private final boolean paused;
    private final boolean owing;

    ViewerAuthentication(Session session) {
        super(List.of());
        viewer = session.viewer();
        paused = session.isPaused();
        owing = session.owing();
        setDetails(session.maintenance());
        setAuthenticated(true);
    }

    static @Nullable Viewer viewerOf(@Nullable Authentication authentication) {
        return authentication instanceof ViewerAuthentication known ? known.viewer : null;
    }

    /** Whether whoever it is has to wait until the house is open again. */
    static boolean isPaused(@Nullable Authentication authentication) {
        return authentication instanceof ViewerAuthentication known && known.paused;
    }

    /** Whether whoever it is has to set a second factor up first. */
    static boolean isOwing(@Nullable Authentication authentication) {
        return authentication instanceof ViewerAuthentication known && known.owing;
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ViewerAuthentication that && viewer.equals(that.viewer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(viewer);
    }
}
