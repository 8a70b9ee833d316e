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
import sportello.oidc.KeepingOidc;
import sportello.oidc.OidcProvider;
import sportello.settings.Settings;
import sportello.web.Notice;
import sportello.web.Views;

/** A secret goes in and never out again. */
@Controller
@RequestMapping("/admin/oidc")
class OidcProviderController {
    private final KeepingOidc keeping;
    private final KeepingRoles roles;
    private final Views views;
    private final String back;

    OidcProviderController(KeepingOidc keeping, KeepingRoles roles, Views views, Settings settings) {
        this.keeping = keeping;
        this.roles = roles;
        this.views = views;
        back = settings.baseUrl() + "/login/oidc/answer";
    }

    @GetMapping
    View show() {
        return form(HttpStatus.OK, null, null);
    }

    @PostMapping
    View keep(OidcForm form, AgentViewer viewer) {
        var by = viewer.authority();
        return switch (keeping.meet(form.provider(), by).then(met -> keeping.keep(met, form.typedSecret(), by))) {
            case Outcome.Done<OidcProvider>(var kept) -> back(Notice.of("notice.oidc.kept", kept.name()));
            case Outcome.Refused<OidcProvider>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, why);
        };
    }

    @PostMapping("/removal")
    View remove(@RequestParam Audience audience, AgentViewer viewer) {
        return switch (keeping.remove(audience, viewer.authority())) {
            case Outcome.Done<OidcProvider>(var kept) -> back(Notice.of("notice.oidc.removed", kept.name()));
            case Outcome.Refused<OidcProvider>(var why) -> back(Notice.of(why));
        };
    }

    /** @param typed what comes back as it was typed, null for nothing */
    private View form(HttpStatus status, @Nullable OidcForm typed, @Nullable Refusal refusal) {
        var offered = roles.all().stream().filter(KeptRole::valid).toList();
        var parts = Arrays.stream(Audience.values())
                .map(audience -> part(audience, typed, refusal))
                .toList();
        return views.show(status, "admin/oidc", new OidcPage(parts, offered, back));
    }

    private OidcPage.Part part(Audience audience, @Nullable OidcForm typed, @Nullable Refusal refusal) {
        var kept = keeping.find(audience);
        return typed != null && typed.audience() == audience
                ? new OidcPage.Part(kept.isPresent(), typed, refusal)
                : new OidcPage.Part(
                        kept.isPresent(), OidcForm.of(kept.orElseGet(() -> OidcProvider.blank(audience))), null);
    }

    private View back(Notice notice) {
        return views.redirect(Area.OIDC.address(), notice);
    }
}
