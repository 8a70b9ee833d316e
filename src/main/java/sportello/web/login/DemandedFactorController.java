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
import sportello.web.Views;

/** Where somebody who must have a second factor sets it up, before anything else of the house is to be seen. */
@Controller
class DemandedFactorController {
    private final ChoosingFactor choosing;
    private final FactorPages pages;
    private final SetUp setUp;
    private final WayIn wayIn;
    private final Views views;

    DemandedFactorController(ChoosingFactor choosing, FactorPages pages, SetUp setUp, WayIn wayIn, Views views) {
        this.choosing = choosing;
        this.pages = pages;
        this.setUp = setUp;
        this.wayIn = wayIn;
        this.views = views;
    }

    @GetMapping(SetUp.ADDRESS)
    View show(@RequestParam(defaultValue = "") String target, Optional<Viewer> viewer, HttpServletRequest request) {
        return setUp.token(request)
                .map(token -> page(HttpStatus.OK, token, target, "", null))
                .orElseGet(() -> past(target, viewer));
    }

    /** A form that waits comes without a code first. */
    @PostMapping(SetUp.ADDRESS)
    View create(
            @RequestParam Optional<String> code,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(name = "_withheld", defaultValue = "") String withheld,
            Optional<Viewer> viewer,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = setUp.token(request);
        if (token.isEmpty()) return past(target, viewer);
        if (code.isEmpty() && !withheld.isEmpty()) return page(HttpStatus.OK, token.get(), target, withheld, null);
        return switch (choosing.confirm(token.get(), code.orElse(""), visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) ->
                setUp.done(enrolled, target, withheld, new Admission.Browser(request, response));
            case Outcome.Refused<Enrolled>(var why) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, token.get(), target, withheld, why);
        };
    }

    /** Who owes nothing is led on, and who is nobody back. */
    private View past(String target, Optional<Viewer> viewer) {
        return viewer.map(in -> views.redirect(wayIn.to(target, in))).orElseGet(setUp::again);
    }

    private View page(HttpStatus status, Secret token, String target, String withheld, @Nullable Refusal refusal) {
        return choosing.draft(token)
                .map(draft -> pages.of(draft, SetUp.ADDRESS, target, withheld, refusal))
                .map(page -> views.show(status, "login/factor", page))
                .orElseGet(setUp::again);
    }
}
