package sportello.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.ProvingAgain;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.web.Views;

/**
 * Before what the table marks as dangerous, asks for the password, a code or a passkey, unless it was given a short while ago; what
 * was typed goes through the door afterwards as if nothing had been asked. From a page that is asked for, the proof leads
 * to what is sent to the same address, which begins anew what the page shows.
 */
final class ProofFilter extends OncePerRequestFilter {
    private final Routes routes;
    private final SessionCookie cookie;
    private final ProvingAgain proving;
    private final Withheld withheld;
    private final Views views;

    ProofFilter(Routes routes, SessionCookie cookie, ProvingAgain proving, Withheld withheld, Views views) {
        this.routes = routes;
        this.cookie = cookie;
        this.proving = proving;
        this.withheld = withheld;
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !routes.at(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .filter(Route::proven)
                .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer =
                ViewerAuthentication.viewerOf(SecurityContextHolder.getContext().getAuthentication());
        var session = cookie.read(request);
        if (viewer == null || session.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        var typed = withheld.open(request, viewer);
        HttpServletRequest form = typed.isPresent() ? new RetypedRequest(request, typed.get()) : request;
        if (proving.isRecent(session.get())) {
            chain.doFilter(form, response);
            return;
        }
        switch (prove(request, viewer, session.get())) {
            case Outcome.Done<Secret> proved -> chain.doFilter(form, response);
            case Outcome.Refused<Secret>(var why) -> ask(form, viewer, why, request, response);
        }
    }

    private Outcome<Secret> prove(HttpServletRequest request, Viewer viewer, Secret session) {
        var shown = request.getParameter(Withheld.PASSKEY);
        if (shown != null) return proving.proveByPasskey(viewer, session, shown);
        var typed = request.getParameter(Withheld.PROOF);
        return typed == null ? Outcome.refused("proof.wanted") : proving.prove(viewer, session, typed);
    }

    private void ask(
            HttpServletRequest form,
            Viewer viewer,
            Refusal why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException {
        var page = new ProofPage(
                request.getRequestURI(),
                withheld.seal(form, viewer),
                proving.question(viewer).orElse(null),
                proving.provider(viewer).orElse(null),
                why);
        try {
            views.show(HttpStatus.UNPROCESSABLE_CONTENT, "login/proof", page).render(Map.of(), request, response);
        } catch (Exception failed) {
            throw new ServletException(failed);
        }
    }
}
