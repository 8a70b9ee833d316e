package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Enrolled;
import sportello.identity.OwnPasskeys;
import sportello.identity.PasskeyDraft;
import sportello.identity.Visitor;
import sportello.mail.OurCompany;
import sportello.web.BrowserName;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;

/** Where somebody who must have a second factor makes a passkey of it. */
@Controller
@RequestMapping(DemandedPasskeyController.ADDRESS)
class DemandedPasskeyController {
    private static final String SET_UP = "/login/factor";
    static final String ADDRESS = SET_UP + "/passkey";

    private final OwnPasskeys passkeys;
    private final OurCompany company;
    private final Admission admission;
    private final HalfEntryCookie cookie;
    private final WayIn wayIn;
    private final Views views;

    DemandedPasskeyController(
            OwnPasskeys passkeys,
            OurCompany company,
            Admission admission,
            HalfEntryCookie cookie,
            WayIn wayIn,
            Views views) {
        this.passkeys = passkeys;
        this.company = company;
        this.admission = admission;
        this.cookie = cookie;
        this.wayIn = wayIn;
        this.views = views;
    }

    @PostMapping
    View begin(@RequestParam(defaultValue = "") String target, Visitor visitor, HttpServletRequest request) {
        var half = cookie.read(request);
        if (half.isEmpty()) return views.redirect("/login", Notice.of("login.again"));
        var name = BrowserName.of(visitor.browser());
        return switch (passkeys.begin(
                half.get(), name.isBlank() ? "Passkey" : name, company.get().name())) {
            case Outcome.Done<PasskeyDraft>(var draft) ->
                views.show(
                        "login/passkey",
                        new PasskeyPage(draft.options(), true, ADDRESS + "/confirmation", target, back(target)));
            case Outcome.Refused<PasskeyDraft>(var why) -> again(target, why);
        };
    }

    @PostMapping("/confirmation")
    View create(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String target,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = cookie.read(request);
        if (half.isEmpty()) return views.redirect("/login", Notice.of("login.again"));
        return switch (passkeys.confirm(half.get(), answer, visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) -> {
                admission.admit(enrolled.session(), new Admission.Browser(request, response));
                yield views.show("login/codes", new CodesPage(enrolled.codes(), wayIn.to(target, enrolled.viewer())));
            }
            case Outcome.Refused<Enrolled>(var why) -> again(target, why);
        };
    }

    private View again(String target, Refusal why) {
        return views.redirect(back(target), Notice.of(why));
    }

    private static String back(String target) {
        return WayIn.remembering(SET_UP, target);
    }
}
