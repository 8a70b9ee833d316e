package sportello.web.admin;

import java.net.URI;
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
import sportello.mailbox.AskingConsent;
import sportello.mailbox.Client;
import sportello.mailbox.Consenting;
import sportello.mailbox.Mailbox;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Mailboxes;
import sportello.mailbox.Protocol;
import sportello.settings.Settings;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Leads an administrator to the provider of a mailbox and back, so that it can be read without a password. */
@Controller
@RequestMapping("/admin/mailboxes")
class ConsentController {
    private final Mailboxes mailboxes;
    private final Consenting consenting;
    private final AskingConsent asking;
    private final Views views;
    private final URI back;

    ConsentController(
            Mailboxes mailboxes, Consenting consenting, AskingConsent asking, Views views, Settings settings) {
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.asking = asking;
        this.views = views;
        back = URI.create(settings.baseUrl() + "/admin/mailboxes/consent");
    }

    static String of(MailboxId id) {
        return Area.MAILBOXES.address() + "/" + id.value() + "/consent";
    }

    @GetMapping("/{id}/consent")
    View index(@PathVariable long id) {
        var mailbox = mailbox(id);
        var known = consenting.client(mailbox.id()).orElse(null);
        var form = ConsentForm.of(
                known, consenting.isForSending(mailbox.id()), mailbox.access().host());
        return page(HttpStatus.OK, mailbox, form, null, null);
    }

    /** Nothing of the mailbox changes yet, so the answer is a page, from which one goes on to the provider. */
    @PostMapping("/{id}/consent")
    View ask(@PathVariable long id, ConsentForm form, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return switch (asking.ask(
                mailbox.id(), form.client(), form.isSending(), viewer.id(), back, viewer.authority())) {
            case Outcome.Done<URI>(var onward) -> page(HttpStatus.OK, mailbox, form, onward, null);
            case Outcome.Refused<URI>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, mailbox, form, null, why);
        };
    }

    /**
     * Where the provider sends the browser. It changes something though it is asked with GET: the state proves that this
     * administrator wanted it, a few minutes ago, and it serves once.
     *
     * @param error the provider's word for no
     */
    @GetMapping("/consent")
    View answer(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            AgentViewer viewer) {
        if (!error.isEmpty() || code.isEmpty()) {
            var mailbox = asking.refused(state, viewer.id());
            return views.redirect(
                    mailbox.map(ConsentController::of).orElse(Area.MAILBOXES.address()),
                    Notice.of(mailbox.isPresent() ? "notice.consent.denied" : "refusal.consent.lost"));
        }
        return switch (asking.answered(state, code, viewer.id(), back, viewer.authority())) {
            case Outcome.Done<MailboxId>(var id) ->
                views.redirect(
                        of(id),
                        Notice.of("notice.consent.given", mailbox(id.value()).name()));
            case Outcome.Refused<MailboxId>(var why) -> views.redirect(Area.MAILBOXES.address(), notice(why));
        };
    }

    @PostMapping("/{id}/consent/withdraw")
    View withdraw(@PathVariable long id, AgentViewer viewer) {
        var mailbox = mailbox(id);
        return switch (consenting.withdraw(mailbox.id(), viewer.authority())) {
            case Outcome.Done<Boolean> done ->
                views.redirect(of(mailbox.id()), Notice.of("notice.consent.withdrawn", mailbox.name()));
            case Outcome.Refused<Boolean>(var why) -> views.redirect(of(mailbox.id()), notice(why));
        };
    }

    private static Notice notice(Refusal why) {
        return Notice.of(
                why.key(), why.arguments().stream().map(String::valueOf).toArray(String[]::new));
    }

    private View page(
            HttpStatus status, Mailbox mailbox, ConsentForm form, @Nullable URI onward, @Nullable Refusal refusal) {
        var given = consenting.client(mailbox.id()).map(Client::provider).orElse(null);
        var until = consenting.tokenEnds().get(mailbox.id());
        return views.show(status, "admin/consent", new ConsentPage(mailbox, form, given, until, back, onward, refusal));
    }

    private Mailbox mailbox(long id) {
        return mailboxes
                .find(new MailboxId(id))
                .filter(mailbox -> mailbox.access().protocol() != Protocol.SMTP)
                .orElseThrow(NotFound::new);
    }
}
