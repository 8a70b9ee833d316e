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
import sportello.configuration.FirstStep;
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
    private final Guides guides;
    private final Views views;

    MailboxController(
            Mailboxes mailboxes, KeepingMailboxes keeping, Trying trying, Queues queues, Guides guides, Views views) {
        this.mailboxes = mailboxes;
        this.keeping = keeping;
        this.trying = trying;
        this.queues = queues;
        this.guides = guides;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/mailboxes", new MailboxesPage(mailboxes.all()));
    }

    @GetMapping("/new")
    View fresh(@RequestParam(defaultValue = "false") boolean guided) {
        return form(HttpStatus.OK, null, MailboxForm.BLANK, guided, null, null);
    }

    @PostMapping
    View create(MailboxForm form, @RequestParam(defaultValue = "false") boolean guided, AgentViewer viewer) {
        if (!form.isForConsent()) return kept(keeping.add(form.proposal(), viewer.authority()), null, form, guided);
        return switch (keeping.addForConsent(form.proposal(), viewer.authority())) {
            case Outcome.Done<MailboxId>(var id) ->
                views.redirect(ConsentController.of(id), Notice.of("notice.mailbox.kept", form.name()));
            case Outcome.Refused<MailboxId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, guided, null, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var mailbox = mailbox(id);
        return form(HttpStatus.OK, mailbox, MailboxForm.of(mailbox), false, null, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, MailboxForm form, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return kept(keeping.change(mailbox.id(), form.proposal(), viewer.authority()), mailbox, form, false);
    }

    /**
     * Looks into the mailbox as the form describes it; nothing changes, so the answer is a page, also where the mailbox
     * does not open.
     *
     * @param mailbox the one that is changed, null for a new one
     */
    @PostMapping("/trial")
    View look(
            MailboxForm form,
            @RequestParam(required = false) @Nullable Long mailbox,
            @RequestParam(defaultValue = "false") boolean guided,
            AgentViewer viewer) {
        var known = mailbox == null ? null : mailbox(mailbox);
        var look = trying.look(form.proposal(), known == null ? null : known.id(), viewer.authority());
        return form(HttpStatus.OK, known, form, guided, look, null);
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

    /** Its state is read where all of them are. */
    @PostMapping("/{id}/fetching")
    View fetchNow(@PathVariable long id, AgentViewer viewer) {
        var mailbox = mailbox(id);
        var outcome = keeping.fetchNow(mailbox.id(), viewer.authority());
        return views.redirect(Area.MAIL.address(), notice(outcome, "notice.mailbox.fetching", mailbox));
    }

    private View switched(Outcome<MailboxId> outcome, String done, Mailbox mailbox) {
        return views.redirect(Area.MAILBOXES.address(), notice(outcome, done, mailbox));
    }

    private static Notice notice(Outcome<MailboxId> outcome, String done, Mailbox mailbox) {
        return switch (outcome) {
            case Outcome.Done<MailboxId> ok -> Notice.of(done, mailbox.name());
            case Outcome.Refused<MailboxId>(var why) -> Notice.of(why);
        };
    }

    private View kept(Outcome<MailboxId> outcome, @Nullable Mailbox mailbox, MailboxForm form, boolean guided) {
        return switch (outcome) {
            case Outcome.Done<MailboxId> done ->
                views.redirect(
                        guided ? Guide.onwards(FirstStep.MAILBOXES) : Area.MAILBOXES.address(),
                        Notice.of("notice.mailbox.kept", form.name()));
            case Outcome.Refused<MailboxId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, mailbox, form, guided, null, why);
        };
    }

    private View form(
            HttpStatus status,
            @Nullable Mailbox mailbox,
            MailboxForm form,
            boolean guided,
            @Nullable Outcome<Looked> look,
            @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/mailbox_form",
                new MailboxFormPage(
                        mailbox, form, queues.valid(), guides.at(FirstStep.MAILBOXES, guided), look, refusal));
    }

    /** What is brought to us has nothing to be kept here. */
    private Mailbox mailbox(long id) {
        return mailboxes
                .find(new MailboxId(id))
                .filter(mailbox -> mailbox.access().protocol() != Protocol.SMTP)
                .orElseThrow(NotFound::new);
    }
}
