package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.EnteringByPasskey;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;

/** The way in for who shows a passkey, instead of a password or after it. */
@Controller
class PasskeyController {
    private final EnteringByPasskey entering;
    private final Admission admission;
    private final HalfEntryCookie cookie;
    private final Views views;

    PasskeyController(EnteringByPasskey entering, Admission admission, HalfEntryCookie cookie, Views views) {
        this.entering = entering;
        this.admission = admission;
        this.cookie = cookie;
        this.views = views;
    }

    @PostMapping("/login/passkey")
    View begin(@RequestParam(defaultValue = "") String target, Visitor visitor) {
        return switch (entering.begin(visitor)) {
            case Outcome.Done<String>(var options) ->
                views.show(
                        "login/passkey",
                        new PasskeyPage(options, false, "/login/passkey/answer", target, back(target)));
            case Outcome.Refused<String>(var why) -> again(target, why);
        };
    }

    @PostMapping("/login/passkey/answer")
    View create(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String target,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = cookie.read(request).orElse(null);
        var denied = new Refusal(answer.isBlank() ? "passkey.unable" : "passkey.denied");
        return admission.lead(
                entering.enter(answer, half, visitor),
                target,
                new Admission.Browser(request, response),
                denied,
                (status, why) -> again(target, why));
    }

    private View again(String target, Refusal why) {
        return views.redirect(back(target), Notice.of(why));
    }

    private static String back(String target) {
        return WayIn.remembering("/login", target);
    }
}
