package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.Accounts;
import sportello.identity.Entry;
import sportello.identity.LoggingIn;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.oidc.OidcProvider;
import sportello.oidc.OidcTravel;
import sportello.web.Trials;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;

@Controller
class LoginController {
    private final LoggingIn loggingIn;
    private final Admission admission;
    private final HalfEntryCookie half;
    private final WayIn wayIn;
    private final Views views;
    private final Accounts accounts;
    private final Trials trials;
    private final OidcTravel travel;

    LoginController(
            LoggingIn loggingIn,
            Admission admission,
            HalfEntryCookie half,
            WayIn wayIn,
            Views views,
            Accounts accounts,
            ObjectProvider<Trials> trials,
            OidcTravel travel) {
        this.loggingIn = loggingIn;
        this.admission = admission;
        this.half = half;
        this.wayIn = wayIn;
        this.views = views;
        this.accounts = accounts;
        this.trials = trials.getIfAvailable(() -> Trials.NONE);
        this.travel = travel;
    }

    @GetMapping("/login")
    View show(@RequestParam(defaultValue = "") String target, Optional<Viewer> viewer) {
        return viewer.map(known -> views.redirect(wayIn.to(target, known)))
                .orElseGet(() -> page(HttpStatus.OK, "", target, null));
    }

    @PostMapping("/login")
    View create(LoginForm form, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        return switch (loggingIn.logIn(form.username(), form.password(), visitor)) {
            case Entry.Granted(var session, var viewer) -> {
                admission.admit(session, request, response);
                yield views.redirect(wayIn.to(form.target(), viewer));
            }
            case Entry.ByCode(var token) -> further(SecondStep.CODE, token, form, response);
            case Entry.BySetUp(var token) -> further(SecondStep.FACTOR, token, form, response);
            case Entry.Denied() -> page(HttpStatus.UNPROCESSABLE_CONTENT, form, new Refusal("login.denied"));
            case Entry.Away() -> page(HttpStatus.SERVICE_UNAVAILABLE, form, new Refusal("login.away"));
            case Entry.Later later -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(later.pause().toSeconds() + 1));
                yield page(HttpStatus.TOO_MANY_REQUESTS, form, later.why());
            }
        };
    }

    private View further(SecondStep step, Secret token, LoginForm form, HttpServletResponse response) {
        half.write(token, response);
        return views.redirect(step.remembering(form.target()));
    }

    private View page(HttpStatus status, LoginForm form, Refusal refusal) {
        return page(status, form.username(), form.target(), refusal);
    }

    private View page(HttpStatus status, String username, String target, @Nullable Refusal refusal) {
        var provider = travel.offered().map(OidcProvider::name).orElse(null);
        return views.show(
                status, "login/login", new LoginPage(username, target, refusal, trials, provider, accounts.isEmpty()));
    }
}
