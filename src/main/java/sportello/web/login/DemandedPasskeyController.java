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

/** Where somebody who must have a second factor makes a passkey of it. */
@Controller
@RequestMapping(DemandedPasskeyController.ADDRESS)
class DemandedPasskeyController {
    static final String ADDRESS = SetUp.ADDRESS + "/passkey";

    private final OwnPasskeys passkeys;
    private final OurCompany company;
    private final SetUp setUp;
    private final Views views;

    DemandedPasskeyController(OwnPasskeys passkeys, OurCompany company, SetUp setUp, Views views) {
        this.passkeys = passkeys;
        this.company = company;
        this.setUp = setUp;
        this.views = views;
    }

    @PostMapping
    View begin(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(name = "_withheld", defaultValue = "") String withheld,
            Visitor visitor,
            HttpServletRequest request) {
        var token = setUp.token(request);
        if (token.isEmpty()) return setUp.again();
        var browser = BrowserName.of(visitor.browser());
        var name = browser.isBlank() || browser.length() > OwnPasskeys.LONGEST ? "Passkey" : browser;
        return switch (passkeys.begin(token.get(), name, company.get().name())) {
            case Outcome.Done<PasskeyDraft>(var draft) ->
                views.show(
                        "login/passkey",
                        new PasskeyPage(
                                draft.options(), true, ADDRESS + "/confirmation", target, withheld, back(target)));
            case Outcome.Refused<PasskeyDraft>(var why) -> again(target, why);
        };
    }

    @PostMapping("/confirmation")
    View create(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(name = "_withheld", defaultValue = "") String withheld,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = setUp.token(request);
        if (token.isEmpty()) return setUp.again();
        return switch (passkeys.confirm(token.get(), answer, visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) ->
                setUp.done(enrolled, target, withheld, new Admission.Browser(request, response));
            case Outcome.Refused<Enrolled>(var why) -> again(target, why);
        };
    }

    private View again(String target, Refusal why) {
        return views.redirect(back(target), Notice.of(why));
    }

    private static String back(String target) {
        return WayIn.remembering(SetUp.ADDRESS, target);
    }
}
