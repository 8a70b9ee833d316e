package sportello.web.login;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.Reset;
import sportello.identity.ResettingPassword;
import sportello.identity.Secret;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class ResetController {
    private final ResettingPassword resetting;
    private final Views views;

    ResetController(ResettingPassword resetting, Views views) {
        this.resetting = resetting;
        this.views = views;
    }

    @GetMapping("/reset")
    View show() {
        return views.show("login/reset", new ResetPage("", null));
    }

    /** Whoever asks, and for whomever, gets the same answer. */
    @PostMapping("/reset")
    View create(@RequestParam(defaultValue = "") String username, Visitor visitor) {
        return resetting
                .ask(username, visitor)
                .map(why -> views.show(HttpStatus.TOO_MANY_REQUESTS, "login/reset", new ResetPage(username, why)))
                .orElseGet(() -> views.redirect("/login", Notice.of("reset.asked")));
    }

    @GetMapping("/reset/{token}")
    View edit(@PathVariable String token) {
        return Secret.parse(token)
                .filter(resetting::isOpen)
                .map(open -> form(HttpStatus.OK, open, null))
                .orElseGet(this::dead);
    }

    @PostMapping("/reset/{token}")
    View update(@PathVariable String token, NewPasswordForm form) {
        return Secret.parse(token).map(open -> update(open, form)).orElseGet(this::dead);
    }

    private View update(Secret token, NewPasswordForm form) {
        if (!form.isRepeated()) return form(HttpStatus.UNPROCESSABLE_CONTENT, token, NewPasswordForm.DIFFERENT);
        return switch (resetting.set(token, form.password(), form.endsTokens())) {
            case Reset.Done() -> views.redirect("/login", Notice.of("reset.done"));
            case Reset.Refused(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, token, why);
            case Reset.Dead() -> dead();
        };
    }

    private View form(HttpStatus status, Secret token, @Nullable Refusal why) {
        var newcomer = resetting.newcomer(token).orElse(null);
        return views.show(status, "login/password", new PasswordPage(token.text(), newcomer, why));
    }

    private View dead() {
        return views.show(HttpStatus.GONE, "login/dead", new DeadPage());
    }
}
