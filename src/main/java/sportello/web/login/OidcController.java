package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.ComingBack;
import sportello.identity.Visitor;
import sportello.oidc.Audience;
import sportello.oidc.OidcTravel;
import sportello.web.NotFound;
import sportello.web.Views;
import sportello.web.security.OidcCookie;

/** The way in by a provider: there, and back with an answer. */
@Controller
class OidcController {
    private final OidcTravel travel;
    private final ComingBack comingBack;
    private final OidcCookie cookie;
    private final Admission admission;
    private final Views views;

    OidcController(OidcTravel travel, ComingBack comingBack, OidcCookie cookie, Admission admission, Views views) {
        this.travel = travel;
        this.comingBack = comingBack;
        this.cookie = cookie;
        this.admission = admission;
        this.views = views;
    }

    /** Nothing changes here, so a link leads there: browsers would not let a form lead out of the house. */
    @GetMapping("/login/oidc")
    View depart(
            @RequestParam(defaultValue = "desk") String audience,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "false") boolean anew,
            HttpServletResponse response) {
        var departure = Audience.of(audience)
                .flatMap(known -> travel.depart(known, target, anew))
                .orElseThrow(NotFound::new);
        cookie.write(departure.kept(), response);
        return leadTo(departure.address());
    }

    /**
     * Where the provider sends the browser. It opens a session though it is asked with GET: the cookie proves that this
     * browser left for it, a few minutes ago, and the provider takes the code once.
     */
    @GetMapping("/login/oidc/answer")
    View arrive(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var welcome = comingBack.enter(cookie.read(request), state, code, visitor);
        cookie.clear(response);
        return admission.lead(
                welcome.entry(),
                welcome.target(),
                new Admission.Browser(request, response),
                new Refusal("oidc.denied"),
                (status, why) -> views.show("login/refused", new RefusedPage(why)));
    }

    private static View leadTo(URI address) {
        return (model, request, response) -> {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, address.toString());
        };
    }
}
