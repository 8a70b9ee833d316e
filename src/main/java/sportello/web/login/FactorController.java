package sportello.web.login;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.ChoosingFactor;
import sportello.identity.Enrolled;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

/** A person's own second factor. */
@Controller
@RequestMapping("/account/factor")
class FactorController {
    private final ChoosingFactor choosing;
    private final FactorPages pages;
    private final SessionCookie cookie;
    private final Views views;

    FactorController(ChoosingFactor choosing, FactorPages pages, SessionCookie cookie, Views views) {
        this.choosing = choosing;
        this.pages = pages;
        this.cookie = cookie;
        this.views = views;
    }

    @GetMapping
    View show(Viewer viewer) {
        return page(HttpStatus.OK, viewer, null);
    }

    @PostMapping
    View begin(Viewer viewer) {
        choosing.begin(viewer);
        return views.redirect("/account/factor");
    }

    @PostMapping("/confirmation")
    View confirm(
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            Visitor visitor,
            HttpServletResponse response) {
        return switch (choosing.confirm(viewer, code, visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) -> {
                cookie.write(enrolled.session(), response);
                yield views.show("login/codes", new CodesPage(enrolled.codes(), "/account"));
            }
            case Outcome.Refused<Enrolled>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, why);
        };
    }

    @PostMapping("/removal")
    View remove(Viewer viewer, Visitor visitor, HttpServletResponse response) {
        return switch (choosing.remove(viewer, visitor)) {
            case Outcome.Done<Secret>(var session) -> {
                cookie.write(session, response);
                yield views.redirect("/account", Notice.of("notice.factor.off"));
            }
            case Outcome.Refused<Secret>(var why) -> views.redirect("/account", Notice.of(why));
        };
    }

    private View page(HttpStatus status, Viewer viewer, @Nullable Refusal refusal) {
        return choosing.draft(viewer)
                .map(draft -> pages.of(draft, "/account/factor/confirmation", "", "", refusal))
                .map(page -> views.show(status, "account/factor_draft", page))
                .orElseGet(() -> views.redirect("/account", refusal == null ? null : Notice.of(refusal)));
    }
}
