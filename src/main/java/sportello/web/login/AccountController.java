package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.ChangingPassword;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

@Controller
class AccountController {
    private final ChangingPassword changing;
    private final SessionCookie cookie;
    private final AccountPages pages;
    private final Views views;

    AccountController(ChangingPassword changing, SessionCookie cookie, AccountPages pages, Views views) {
        this.changing = changing;
        this.cookie = cookie;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/account")
    View show(Viewer viewer) {
        return page(HttpStatus.OK, viewer, null);
    }

    @PostMapping("/account/password")
    View updatePassword(
            NewPasswordForm form,
            Viewer viewer,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!form.isRepeated()) return page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, NewPasswordForm.DIFFERENT);
        var session = cookie.read(request).orElseThrow();
        return switch (changing.change(
                viewer, session, form.oldPassword(), form.password(), form.endsTokens(), visitor)) {
            case Outcome.Done(var fresh) -> {
                cookie.write(fresh, response);
                yield views.redirect("/account", Notice.of("account.password.done"));
            }
            case Outcome.Refused(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, why);
        };
    }

    private View page(HttpStatus status, Viewer viewer, @Nullable Refusal why) {
        return views.show(status, "account/account", pages.of(viewer, why));
    }
}
