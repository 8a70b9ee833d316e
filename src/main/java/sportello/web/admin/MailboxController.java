package sportello.web.admin;

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
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.KeepingMailboxes;
import sportello.mailbox.Looked;
import sportello.mailbox.Mailbox;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Mailboxes;
import sportello.mailbox.Protocol;
import sportello.mailbox.Trying;
import sportello.queue.Queues;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** A password goes in and never out again: no page holds one, neither the kept nor the typed. */
@Controller
@RequestMapping("/admin/mailboxes")
class MailboxController {
    private final Mailboxes mailboxes;
    private final KeepingMailboxes keeping;
    private final Trying trying;
    private final Queues queues;
    private final Views views;

    MailboxController(Mailboxes mailboxes, KeepingMailboxes keeping, Trying trying, Queues queues, Views views) {
        this.mailboxes = mailboxes;
        this.keeping = keeping;
        this.trying = trying;
        this.queues = queues;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/mailboxes", new MailboxesPage(mailboxes.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, MailboxForm.BLANK, null, null);
    }

    @PostMapping
    View create(MailboxForm form, AgentViewer viewer) {
        if (!form.isForConsent()) return kept(keeping.add(form.proposal(), viewer.authority()), null, form);
        return switch (keeping.addForConsent(form.proposal(), viewer.authority())) {
            case Outcome.Done<MailboxId>(var id) ->
                views.redirect(ConsentController.of(id), Notice.of("notice.mailbox.kept", form.name()));
            case Outcome.Refused<MailboxId>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, null, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var mailbox = mailbox(id);
        return form(HttpStatus.OK, mailbox, MailboxForm.of(mailbox), null, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, MailboxForm form, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return kept(keeping.change(mailbox.id(), form.proposal(), viewer.authority()), mailbox, form);
    }

    /**
     * Looks into the mailbox as the form describes it; nothing changes, so the answer is a page, also where the mailbox
     * does not open.
     *
     * @param mailbox the one that is changed, null for a new one
     */
    @PostMapping("/trial")
    View look(MailboxForm form, @RequestParam(required = false) @Nullable Long mailbox, AgentViewer viewer) {
        var known = mailbox == null ? null : mailbox(mailbox);
        return switch (trying.look(form.proposal(), known == null ? null : known.id(), viewer.authority())) {
            case Outcome.Done<Looked>(var looked) -> form(HttpStatus.OK, known, form, looked, null);
            case Outcome.Refused<Looked>(var why) -> form(HttpStatus.OK, known, form, null, why);
        };
    }

    @PostMapping("/{id}/disable")
    View disable(@PathVariable long id, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return switched(keeping.disable(mailbox.id(), viewer.authority()), "notice.mailbox.disabled", mailbox);
    }

    @PostMapping("/{id}/enable")
    View enable(@PathVariable long id, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return switched(keeping.enable(mailbox.id(), viewer.authority()), "notice.mailbox.enabled", mailbox);
    }

    private View switched(Outcome<MailboxId> outcome, String done, Mailbox mailbox) {
        return switch (outcome) {
            case Outcome.Done<MailboxId> ok -> toList(Notice.of(done, mailbox.name()));
            case Outcome.Refused<MailboxId>(var why) -> toList(Notice.of(why));
        };
    }

    private View kept(Outcome<MailboxId> outcome, @Nullable Mailbox mailbox, MailboxForm form) {
        return switch (outcome) {
            case Outcome.Done<MailboxId> done -> toList(Notice.of("notice.mailbox.kept", form.name()));
            case Outcome.Refused<MailboxId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, mailbox, form, null, why);
        };
    }

    private View form(
            HttpStatus status,
            @Nullable Mailbox mailbox,
            MailboxForm form,
            @Nullable Looked looked,
            @Nullable Refusal refusal) {
        return views.show(
                status, "admin/mailbox_form", new MailboxFormPage(mailbox, form, queues.valid(), looked, refusal));
    }

    private View toList(Notice notice) {
        return views.redirect(Area.MAILBOXES.address(), notice);
    }

    /** What is brought to us has nothing to be kept here. */
    private Mailbox mailbox(long id) {
        return mailboxes
                .find(new MailboxId(id))
                .filter(mailbox -> mailbox.access().protocol() != Protocol.SMTP)
                .orElseThrow(NotFound::new);
    }
}
