package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Mailboxes;
import sportello.postmaster.MailLog;
import sportello.relay.KeepingRelay;
import sportello.web.Views;

@Controller
class MailLogController {
    private final Mailboxes mailboxes;
    private final KeepingRelay relays;
    private final MailLog log;
    private final Views views;

    MailLogController(Mailboxes mailboxes, KeepingRelay relays, MailLog log, Views views) {
        this.mailboxes = mailboxes;
        this.relays = relays;
        this.log = log;
        this.views = views;
    }

    /** @param before the last mail of the page before */
    @GetMapping("/admin/mail")
    View show(@RequestParam(required = false) @Nullable Long before, AgentViewer viewer) {
        var mails = log.latest(before == null ? null : new ArrivalId(before), MailLogPage.MOST + 1, viewer);
        return views.show("admin/mail", MailLogPage.of(mailboxes.health(), relays.health(), mails, before != null));
    }
}
