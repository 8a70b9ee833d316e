package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Query;
import sportello.base.Refusal;
import sportello.identity.EnteringBySaml;
import sportello.identity.EnteringBySaml.Leaving;
import sportello.identity.Secret;
import sportello.identity.Visitor;
import sportello.oidc.Audience;
import sportello.saml.SamlTravel;
import sportello.web.NotFound;
import sportello.web.Views;
import sportello.web.security.SamlCookie;

/** The way in by a provider that speaks SAML: there, its answer, and back. */
@Controller
class SamlController {
    private static final MediaType METADATA = MediaType.parseMediaType("application/samlmetadata+xml");

    private final EnteringBySaml entering;
    private final SamlTravel travel;
    private final SamlCookie cookie;
    private final Admission admission;
    private final Views views;

    SamlController(EnteringBySaml entering, SamlTravel travel, SamlCookie cookie, Admission admission, Views views) {
        this.entering = entering;
        this.travel = travel;
        this.cookie = cookie;
        this.admission = admission;
        this.views = views;
    }

    /** Nothing of the house changes here, so a link leads there: browsers would not let a form lead out of the house. */
    @GetMapping("/login/saml")
    View depart(
            @RequestParam(defaultValue = "desk") String audience,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "false") boolean anew,
            Visitor visitor,
            HttpServletResponse response) {
        var known = Audience.of(audience).filter(travel::offers).orElseThrow(NotFound::new);
        return switch (entering.leave(known, target, anew, visitor)) {
            case Outcome.Done<Leaving>(var leaving) -> {
                cookie.write(leaving.browser(), response);
                yield leadTo(leaving.address());
            }
            case Outcome.Refused<Leaving>(var why) -> later(why);
        };
    }

    /**
     * What the provider lets the browser post. The browser brings no cookie along, since a page of another site sends it; so
     * nobody enters here, and everybody is led on, where the cookie is, with a receipt.
     */
    @PostMapping("/login/saml/answer")
    View answer(@RequestParam(name = "SAMLResponse", defaultValue = "") String answer, Visitor visitor) {
        return switch (entering.hear(answer, visitor)) {
            case Outcome.Done<Secret>(var receipt) ->
                views.redirect(Query.EMPTY.with("receipt", receipt.text()).after("/login/saml/arrival"));
            case Outcome.Refused<Secret>(var why) -> later(why);
        };
    }

    /**
     * It opens a session though it is asked with GET: the cookie proves that this browser left a few minutes ago, the receipt
     * that it has brought the answer, which is taken once.
     */
    @GetMapping("/login/saml/arrival")
    View arrive(
            @RequestParam(defaultValue = "") String receipt,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var welcome = entering.enter(cookie.read(request), Secret.parse(receipt), visitor);
        cookie.clear(response);
        return admission.lead(
                welcome.entry(),
                welcome.target(),
                new Admission.Browser(request, response),
                new Refusal("oidc.denied"),
                (status, why) -> views.show("login/refused", new RefusedPage(why)));
    }

    /** What providers must know of us. */
    @GetMapping("/login/saml/metadata/{audience}")
    ResponseEntity<String> describe(@PathVariable String audience) {
        return Audience.of(audience)
                .flatMap(travel::description)
                .map(text -> ResponseEntity.ok().contentType(METADATA).body(text))
                .orElseThrow(NotFound::new);
    }

    private View later(Refusal why) {
        return views.show(HttpStatus.TOO_MANY_REQUESTS, "login/refused", new RefusedPage(why));
    }

    private static View leadTo(URI address) {
        return (model, request, response) -> {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, address.toString());
        };
    }
}
