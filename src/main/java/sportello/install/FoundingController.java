package sportello.install;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.web.Languages;
import sportello.web.Letterhead;
import sportello.web.Notice;
import sportello.web.Views;

/**
 * Open to anyone who has the code, while nobody works here; afterwards it leads to the log-in, and whoever has just founded
 * the desk past it to the first steps.
 */
@Controller
@RequestMapping("/founding")
class FoundingController {
    private final Founding founding;
    private final FoundingCode code;
    private final Languages languages;
    private final Letterhead letterhead;
    private final Views views;

    FoundingController(Founding founding, FoundingCode code, Languages languages, Letterhead letterhead, Views views) {
        this.founding = founding;
        this.code = code;
        this.languages = languages;
        this.letterhead = letterhead;
        this.views = views;
    }

    @GetMapping
    View fresh(FoundingForm form) {
        return founding.isNeeded() ? page(HttpStatus.OK, new FoundingPage(form, null)) : views.redirect("/login");
    }

    @PostMapping
    View create(FoundingForm form, HttpServletRequest request) {
        if (!founding.isNeeded()) return views.redirect("/login");
        if (!code.is(form.code())) return refused(form, new Refusal("founding.code"));
        if (!form.isRepeated()) return refused(form, new Refusal("password.different"));
        return switch (founding.found(form.foundation(languages.ofStranger(request)), form.password())) {
            case Outcome.Done<String>(var login) -> {
                letterhead.renew();
                yield views.redirect("/admin/start", Notice.of("notice.founded", login));
            }
            case Outcome.Refused<String>(var why) -> refused(form, why);
        };
    }

    private View refused(FoundingForm form, Refusal why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, new FoundingPage(form, why));
    }

    private View page(HttpStatus status, FoundingPage page) {
        return views.show(status, "install/founding", page);
    }
}
