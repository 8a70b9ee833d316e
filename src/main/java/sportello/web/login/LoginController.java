package sportello.web.login;

import static java.util.Collections.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import sportello.identity.ProxyEntry;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.identity.Vouchers;
import sportello.web.Trials;
import sportello.web.Views;

@Controller
class LoginController {
    private final LoggingIn loggingIn;
    private final ProxyEntry proxy;
    private final Admission admission;
    private final WayIn wayIn;
    private final Views views;
    private final Accounts accounts;
    private final Trials trials;
    private final Vouchers vouchers;

    LoginController(
            LoggingIn loggingIn,
            ProxyEntry proxy,
            Admission admission,
            WayIn wayIn,
            Views views,
            Accounts accounts,
            ObjectProvider<Trials> trials,
            Vouchers vouchers) {
        this.loggingIn = loggingIn;
        this.proxy = proxy;
        this.admission = admission;
        this.wayIn = wayIn;
        this.views = views;
        this.accounts = accounts;
        this.trials = trials.getIfAvailable(() -> Trials.NONE);
        this.vouchers = vouchers;
    }

    /**
     * A proxy that vouches for somebody opens a session though this is asked with GET: the browser was on its way in, and
     * the proxy let nobody else through. Who has just logged out stays out.
     */
    @GetMapping("/login")
    View show(
            LoginForm form,
            @RequestParam(defaultValue = "false") boolean out,
            Optional<Viewer> viewer,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (viewer.isPresent()) return views.redirect(wayIn.to(form.target(), viewer.get()));
        var vouched = out ? Optional.<Entry>empty() : proxy.enter(name -> list(request.getHeaders(name)), visitor);
        return vouched.map(entry -> answer(entry, form, request, response))
                .orElseGet(() -> page(HttpStatus.OK, "", form.target(), null));
    }

    @PostMapping("/login")
    View create(LoginForm form, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        return answer(loggingIn.logIn(form.username(), form.password(), visitor), form, request, response);
    }

    private View answer(Entry entry, LoginForm form, HttpServletRequest request, HttpServletResponse response) {
        return admission.lead(
                entry,
                form.target(),
                new Admission.Browser(request, response),
                new Refusal("login.denied"),
                (status, why) -> page(status, form.username(), form.target(), why));
    }

    private View page(HttpStatus status, String username, String target, @Nullable Refusal refusal) {
        return views.show(
                status,
                "login/login",
                new LoginPage(username, target, refusal, trials, vouchers.offered(), accounts.isEmpty()));
    }
}
