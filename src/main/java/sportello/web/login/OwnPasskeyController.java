package sportello.web.login;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Enrolled;
import sportello.identity.OwnPasskeys;
import sportello.identity.PasskeyDraft;
import sportello.identity.Secret;
import sportello.identity.Viewer;
import sportello.identity.Visitor;
import sportello.mail.OurCompany;
import sportello.web.BrowserName;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.SessionCookie;

/** A person's own passkeys. */
@Controller
@RequestMapping(OwnPasskeyController.ADDRESS)
class OwnPasskeyController {
    static final String ADDRESS = "/account/passkeys";

    private final OwnPasskeys passkeys;
    private final OurCompany company;
    private final SessionCookie cookie;
    private final Views views;

    OwnPasskeyController(OwnPasskeys passkeys, OurCompany company, SessionCookie cookie, Views views) {
        this.passkeys = passkeys;
        this.company = company;
        this.cookie = cookie;
        this.views = views;
    }

    @GetMapping
    View index(Viewer viewer, Visitor visitor) {
        return page(HttpStatus.OK, viewer, BrowserName.of(visitor.browser()), null, null);
    }

    /** The answer is a page: what the device is to sign is good once. */
    @PostMapping
    View begin(@RequestParam(defaultValue = "") String name, Viewer viewer) {
        return switch (passkeys.begin(viewer, name, company.get().name())) {
            case Outcome.Done<PasskeyDraft>(var draft) ->
                views.show(
                        "login/passkey",
                        new PasskeyPage(draft.options(), true, ADDRESS + "/confirmation", "", ADDRESS));
            case Outcome.Refused<PasskeyDraft>(var why) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, name, why, null);
        };
    }

    @PostMapping("/confirmation")
    View confirm(
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            Visitor visitor,
            HttpServletResponse response) {
        return switch (passkeys.confirm(viewer, answer, visitor)) {
            case Outcome.Done<Enrolled>(var enrolled) -> {
                cookie.write(enrolled.session(), response);
                yield enrolled.codes().isEmpty()
                        ? views.redirect(ADDRESS, Notice.of("notice.passkey.added"))
                        : views.show("login/codes", new CodesPage(enrolled.codes(), ADDRESS));
            }
            case Outcome.Refused<Enrolled>(var why) -> views.redirect(ADDRESS, Notice.of(why));
        };
    }

    @PostMapping("/{id}/name")
    View rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, Viewer viewer) {
        return switch (passkeys.rename(viewer, id, name)) {
            case Outcome.Done<String>(var now) -> views.redirect(ADDRESS, Notice.of("notice.passkey.renamed", now));
            case Outcome.Refused<String>(var why) ->
                passkeys.of(viewer).stream().anyMatch(passkey -> passkey.id() == id)
                        ? page(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                viewer,
                                "",
                                null,
                                new PasskeysPage.Renaming(id, name, why))
                        : views.redirect(ADDRESS, Notice.of(why));
        };
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable long id, Viewer viewer, Visitor visitor, HttpServletResponse response) {
        return switch (passkeys.remove(viewer, id, visitor)) {
            case Outcome.Done<Secret>(var session) -> {
                cookie.write(session, response);
                yield views.redirect(ADDRESS, Notice.of("notice.passkey.removed"));
            }
            case Outcome.Refused<Secret>(var why) -> views.redirect(ADDRESS, Notice.of(why));
        };
    }

    private View page(
            HttpStatus status,
            Viewer viewer,
            String name,
            @Nullable Refusal refusal,
            PasskeysPage.@Nullable Renaming renaming) {
        return views.show(status, "account/passkeys", new PasskeysPage(passkeys.of(viewer), name, refusal, renaming));
    }
}
