package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
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
        return form(HttpStatus.OK, OidcForm.of(keeping.find().orElse(OidcProvider.BLANK)), null);
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
    View remove(AgentViewer viewer) {
        return switch (keeping.remove(viewer.authority())) {
            case Outcome.Done<OidcProvider>(var kept) -> back(Notice.of("notice.oidc.removed", kept.name()));
            case Outcome.Refused<OidcProvider>(var why) -> back(Notice.of(why));
        };
    }

    private View form(HttpStatus status, OidcForm form, @Nullable Refusal refusal) {
        var offered = roles.all().stream().filter(KeptRole::valid).toList();
        return views.show(status, "admin/oidc", new OidcPage(keeping.find().isPresent(), form, offered, back, refusal));
    }

    private View back(Notice notice) {
        return views.redirect(Area.OIDC.address(), notice);
    }
}
