package sportello.web.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer;

/**
 * Lets a request pass if the table has its route and the route admits the viewer. Only then is the viewer looked
 * up. While the house is closed, only the routes for anyone admit whoever is no administrator; the
 * same goes for whoever owes a second factor.
 */
@Component
public class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {
    private final Routes routes;

    Doorkeeper(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var route = routes.at(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
        return new AuthorizationDecision(
                route.filter(known -> admits(known.audience(), authentication)).isPresent());
    }

    /** Whether there is a page at this address that admits the viewer. */
    public boolean admits(Viewer viewer, LocalTarget target) {
        return routes.at(HttpMethod.GET, target.path())
                .filter(route -> route.audience().admits(viewer))
                .isPresent();
    }

    private static boolean admits(Audience audience, Supplier<? extends @Nullable Authentication> authentication) {
        if (audience == Audience.ANYONE) return true;
        var known = authentication.get();
        return audience.admits(ViewerAuthentication.viewerOf(known))
                && !ViewerAuthentication.isPaused(known)
                && !ViewerAuthentication.isOwing(known);
    }
}
