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
import sportello.ldap.KeepingLdap;
import sportello.ldap.LdapPerson;
import sportello.ldap.LdapServer;
import sportello.ldap.TryingLdap;
import sportello.web.Notice;
import sportello.web.Views;

/** A password goes in and never out again: no page holds one, neither the kept nor the typed. */
@Controller
@RequestMapping("/admin/ldap")
class LdapController {
    private final KeepingLdap keeping;
    private final TryingLdap trying;
    private final KeepingRoles roles;
    private final Views views;

    LdapController(KeepingLdap keeping, TryingLdap trying, KeepingRoles roles, Views views) {
        this.keeping = keeping;
        this.trying = trying;
        this.roles = roles;
        this.views = views;
    }

    @GetMapping
    View show() {
        return form(HttpStatus.OK, LdapForm.of(keeping.find().orElse(LdapServer.BLANK), keeping.groups()), null, null);
    }

    @PostMapping
    View keep(LdapForm form, AgentViewer viewer) {
        return switch (keeping.keep(form.server(), form.typedSecret(), form.groupsByRole(), viewer.authority())) {
            case Outcome.Done<LdapServer>(var kept) -> back(Notice.of("notice.ldap.kept", kept.host()));
            case Outcome.Refused<LdapServer>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, null, why);
        };
    }

    /** Nothing changes, so the answer is a page, also where the directory does not answer. */
    @PostMapping("/trial")
    View tryOut(LdapForm form, AgentViewer viewer) {
        return switch (trying.look(form.server(), form.typedSecret(), form.person(), viewer.authority())) {
            case Outcome.Done<LdapPerson>(var found) -> form(HttpStatus.OK, form, found, null);
            case Outcome.Refused<LdapPerson>(var why) -> form(HttpStatus.OK, form, null, why);
        };
    }

    @PostMapping("/removal")
    View remove(AgentViewer viewer) {
        return switch (keeping.remove(viewer.authority())) {
            case Outcome.Done<LdapServer>(var kept) -> back(Notice.of("notice.ldap.removed", kept.host()));
            case Outcome.Refused<LdapServer>(var why) -> back(Notice.of(why));
        };
    }

    private View form(HttpStatus status, LdapForm form, @Nullable LdapPerson found, @Nullable Refusal refusal) {
        var offered = roles.all().stream().filter(KeptRole::valid).toList();
        var kept = keeping.find().isPresent();
        return views.show(status, "admin/ldap", new LdapPage(kept, form, offered, found, refusal));
    }

    private View back(Notice notice) {
        return views.redirect(Area.LDAP.address(), notice);
    }
}
