package sportello.web.admin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.oidc.Audience;
import sportello.saml.KeepingSaml;
import sportello.saml.SamlProvider;
import sportello.saml.SamlTravel;
import sportello.web.Notice;
import sportello.web.Views;

/** Our key is made here and never leaves; its certificate is for everybody. */
@Controller
@RequestMapping("/admin/saml")
class SamlProviderController {
    private final KeepingSaml keeping;
    private final SamlTravel travel;
    private final KeepingRoles roles;
    private final Views views;

    SamlProviderController(KeepingSaml keeping, SamlTravel travel, KeepingRoles roles, Views views) {
        this.keeping = keeping;
        this.travel = travel;
        this.roles = roles;
        this.views = views;
    }

    @GetMapping
    View show() {
        return form(HttpStatus.OK, null, null);
    }

    @PostMapping
    View keep(SamlForm form, AgentViewer viewer) {
        var kept = keeping.described(form.provider(), form.metadata())
                .then(provider -> keeping.keep(provider, form.groupsByRole(), viewer.authority()));
        return switch (kept) {
            case Outcome.Done<SamlProvider>(var provider) -> back(Notice.of("notice.saml.kept", provider.name()));
            case Outcome.Refused<SamlProvider>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, why);
        };
    }

    @PostMapping("/removal")
    View remove(@RequestParam Audience audience, AgentViewer viewer) {
        return done(keeping.remove(audience, viewer.authority()), "notice.saml.removed");
    }

    /** Another key follows ours. */
    @PostMapping("/renewal")
    View renew(@RequestParam Audience audience, AgentViewer viewer) {
        return done(keeping.renew(audience, viewer.authority()), "notice.saml.renewed");
    }

    @PostMapping("/succession")
    View succeed(@RequestParam Audience audience, AgentViewer viewer) {
        return done(keeping.succeed(audience, viewer.authority()), "notice.saml.succeeded");
    }

    private View done(Outcome<SamlProvider> outcome, String notice) {
        return switch (outcome) {
            case Outcome.Done<SamlProvider>(var kept) -> back(Notice.of(notice, kept.name()));
            case Outcome.Refused<SamlProvider>(var why) -> back(Notice.of(why));
        };
    }

    /** @param typed what comes back as it was typed, null for nothing */
    private View form(HttpStatus status, @Nullable SamlForm typed, @Nullable Refusal refusal) {
        var offered = roles.all().stream().filter(KeptRole::valid).toList();
        var parts = Arrays.stream(Audience.values())
                .map(audience -> part(audience, typed, refusal))
                .toList();
        return views.show(status, "admin/saml", new SamlPage(parts, offered, travel.door()));
    }

    private SamlPage.Part part(Audience audience, @Nullable SamlForm typed, @Nullable Refusal refusal) {
        var ours = typed != null && typed.audience() == audience ? typed : null;
        return new SamlPage.Part(
                ours == null ? kept(audience) : ours,
                travel.us(audience),
                keeping.certificates(audience),
                ours == null ? null : refusal);
    }

    private SamlForm kept(Audience audience) {
        return SamlForm.of(keeping.find(audience).orElseGet(() -> SamlProvider.blank(audience)), keeping.groups());
    }

    private View back(Notice notice) {
        return views.redirect(Area.SAML.address(), notice);
    }
}
