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
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.ChoosingFactor;
import sportello.identity.Enrolled;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;

/** Where somebody who must have a second factor sets it up, before anything else of the house is to be seen. */
@Controller
class DemandedFactorController {
    private static final String ADDRESS = "/login/factor";

    private final ChoosingFactor choosing;
    private final FactorPages pages;
    private final Admission admission;
    private final HalfEntryCookie cookie;
    private final WayIn wayIn;
    private final Views views;

    DemandedFactorController(
            ChoosingFactor choosing,
            FactorPages pages,
            Admission admission,
            HalfEntryCookie cookie,
            WayIn wayIn,
            Views views) {
        this.choosing = choosing;
        this.pages = pages;
        this.admission = admission;
        this.cookie = cookie;
        this.wayIn = wayIn;
        this.views = views;
    }

    @GetMapping(ADDRESS)
    View show(@RequestParam(defaultValue = "") String target, Optional<Viewer> viewer, HttpServletRequest request) {
        if (viewer.isPresent()) return views.redirect(wayIn.to(target, viewer.get()));
        return cookie.read(request)
                .map(half -> page(HttpStatus.OK, half, target, null))
                .orElseGet(this::again);
    }

    @PostMapping(ADDRESS)
    View create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String target,
            Optional<Viewer> viewer,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = cookie.read(request);
        if (half.isEmpty())
            return viewer.map(in -> views.redirect(wayIn.to(target, in))).orElseGet(this::again);
        return switch (choosing.confirm(half.get(), code, visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) -> {
                admission.admit(enrolled.session(), new Admission.Browser(request, response));
                var onward = wayIn.to(target, enrolled.viewer());
                yield views.show("login/codes", new CodesPage(enrolled.codes(), onward));
            }
            case Outcome.Refused<Enrolled>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, half.get(), target, why);
        };
    }

    private View again() {
        return views.redirect("/login", Notice.of("login.again"));
    }

    private View page(HttpStatus status, Secret half, String target, @Nullable Refusal refusal) {
        return choosing.draft(half)
                .map(draft -> views.show(status, "login/factor", pages.of(draft, ADDRESS, target, refusal)))
                .orElseGet(this::again);
    }
}
