package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Servers;
import sportello.mailbox.Consenting;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Mailboxes;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptRelay;
import sportello.relay.TryingRelay;
import sportello.web.Notice;
import sportello.web.Views;

/** A password goes in and never out again: no page holds one, neither the kept nor the typed. */
@Controller
@RequestMapping("/admin/relay")
class RelayController {
    private final KeepingRelay keeping;
    private final TryingRelay trying;
    private final Servers servers;
    private final Mailboxes mailboxes;
    private final Consenting consenting;
    private final Views views;

    RelayController(
            KeepingRelay keeping,
            TryingRelay trying,
            Servers servers,
            Mailboxes mailboxes,
            Consenting consenting,
            Views views) {
        this.keeping = keeping;
        this.trying = trying;
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.views = views;
    }

    @GetMapping
    View show() {
        return form(HttpStatus.OK, RelayForm.of(keeping.find().orElse(KeptRelay.BLANK)), null, null);
    }

    @PostMapping
    View keep(RelayForm form, AgentViewer viewer) {
        return switch (keeping.keep(form.relay(), form.typedSecret(), viewer.authority())) {
            case Outcome.Done<KeptRelay>(var kept) -> back(Notice.of("notice.relay.kept", kept.host()));
            case Outcome.Refused<KeptRelay>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, form, null, why);
        };
    }

    /** Nothing changes, so the answer is a page, also where the server does not take the mail. */
    @PostMapping("/trial")
    View tryOut(RelayForm form, AgentViewer viewer) {
        return switch (trying.mail(form.relay(), form.typedSecret(), viewer.id(), viewer.authority())) {
            case Outcome.Done<String>(var address) -> form(HttpStatus.OK, form, address, null);
            case Outcome.Refused<String>(var why) -> form(HttpStatus.OK, form, null, why);
        };
    }

    @PostMapping("/removal")
    View remove(AgentViewer viewer) {
        return switch (keeping.remove(viewer.authority())) {
            case Outcome.Done<KeptRelay>(var kept) -> back(Notice.of("notice.relay.removed", kept.host()));
            case Outcome.Refused<KeptRelay>(var why) -> back(Notice.of(why));
        };
    }

    private View form(HttpStatus status, RelayForm form, @Nullable String tried, @Nullable Refusal refusal) {
        var kept = keeping.find().isPresent();
        return views.show(
                status,
                "admin/relay",
                new RelayPage(
                        servers.chosen().orElse(null), servers.areSet(), kept, consenting(), form, tried, refusal));
    }

    private List<Mailbox> consenting() {
        var given = consenting.given();
        return mailboxes.all().stream()
                .filter(mailbox -> given.contains(mailbox.id()))
                .toList();
    }

    private View back(Notice notice) {
        return views.redirect(Area.RELAY.address(), notice);
    }
}
