package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Mailboxes;
import sportello.mime.MailSource;
import sportello.postmaster.MailLog;
import sportello.postmaster.MailTrial;
import sportello.postmaster.Origin;
import sportello.postmaster.TryingMail;
import sportello.ticket.ArticleId;
import sportello.web.NotFound;
import sportello.web.Views;

/** Nothing changes here, so the answer is a page and not a way to one; it is a POST because mails are large. */
@Controller
@RequestMapping("/admin/mail/trial")
class TrialController {
    private final TryingMail trying;
    private final MailLog log;
    private final Arrivals arrivals;
    private final Mailboxes mailboxes;
    private final Views views;

    TrialController(TryingMail trying, MailLog log, Arrivals arrivals, Mailboxes mailboxes, Views views) {
        this.trying = trying;
        this.log = log;
        this.arrivals = arrivals;
        this.mailboxes = mailboxes;
        this.views = views;
    }

    @GetMapping
    View fresh() {
        return show(HttpStatus.OK, TrialForm.BLANK, null, null);
    }

    /** A mail that came, as if it came now; nothing changes. */
    @GetMapping(params = "article")
    View again(@RequestParam long article, AgentViewer viewer) {
        var arrival = log.of(new ArticleId(article), viewer).orElseThrow(NotFound::new);
        var trial = trying.look(() -> arrivals.open(arrival), Origin.of(arrival));
        return show(HttpStatus.OK, TrialForm.from(arrival.mailbox()), trial, null);
    }

    @PostMapping
    View look(TrialForm form) {
        var file = form.chosen();
        if (form.isLarge()) return refused(form, new Refusal("trial.large", TrialForm.LARGEST >> 20));
        var source = file == null ? typed(form.source()) : (MailSource) file::getInputStream;
        if (source == null) return refused(form, new Refusal("trial.nothing"));
        return show(HttpStatus.OK, form, trying.look(source, origin(form)), null);
    }

    private Origin origin(TrialForm form) {
        return Optional.ofNullable(form.mailbox())
                .flatMap(id -> mailboxes.find(new MailboxId(id)))
                .map(Origin::of)
                .orElseGet(() -> Origin.any(form.isTrusted()));
    }

    /** What was pasted has often empty lines above; a head does not begin with one. */
    private static @Nullable MailSource typed(String source) {
        if (source.isBlank()) return null;
        var bytes = source.replaceFirst("^\\s*\\R", "").getBytes(UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    private View refused(TrialForm form, Refusal why) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, form, null, why);
    }

    private View show(HttpStatus status, TrialForm form, @Nullable MailTrial trial, @Nullable Refusal why) {
        return views.show(status, "admin/trial", new TrialPage(form, mailboxes.all(), trial, why));
    }
}
