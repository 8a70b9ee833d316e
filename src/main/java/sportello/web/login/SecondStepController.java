package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.Factor;
import sportello.identity.Proving;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;

/** Asks for a code after the password; before it is right, nobody is in. */
@Controller
class SecondStepController {
    private final Proving proving;
    private final Admission admission;
    private final HalfEntryCookie cookie;
    private final WayIn wayIn;
    private final Views views;

    SecondStepController(Proving proving, Admission admission, HalfEntryCookie cookie, WayIn wayIn, Views views) {
        this.proving = proving;
        this.admission = admission;
        this.cookie = cookie;
        this.wayIn = wayIn;
        this.views = views;
    }

    @GetMapping("/login/code")
    View show(@RequestParam(defaultValue = "") String target, Optional<Viewer> viewer, HttpServletRequest request) {
        if (viewer.isPresent()) return views.redirect(wayIn.to(target, viewer.get()));
        return open(request)
                .flatMap(proving::owed)
                .map(factor -> page(HttpStatus.OK, factor, target, null))
                .orElseGet(this::again);
    }

    @PostMapping("/login/code")
    View create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String target,
            Optional<Viewer> viewer,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = open(request);
        if (half.isEmpty())
            return viewer.map(in -> views.redirect(wayIn.to(target, in))).orElseGet(this::again);
        var factor = proving.owed(half.get()).orElseThrow();
        return admission.lead(
                proving.enter(half.get(), code, visitor),
                target,
                new Admission.Browser(request, response),
                new Refusal("factor.code"),
                (status, why) -> page(status, factor, target, why));
    }

    private Optional<Secret> open(HttpServletRequest request) {
        return cookie.read(request).filter(half -> proving.owed(half).isPresent());
    }

    private View again() {
        return views.redirect("/login", Notice.of("login.again"));
    }

    private View page(HttpStatus status, Factor factor, String target, @Nullable Refusal refusal) {
        return views.show(status, "login/code", new CodePage(factor, target, refusal));
    }
}
