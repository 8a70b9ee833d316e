package sportello.postmaster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.base.Html;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.MailSlowed;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.mailbox.CertificateUnusable;
import sportello.mailbox.MailQuarantined;
import sportello.mailbox.Mailbox;
import sportello.mailbox.MailboxBack;
import sportello.mailbox.MailboxId;
import sportello.mailbox.MailboxStopped;
import sportello.mailbox.Mailboxes;
import sportello.mailkey.MailKeyEnding;
import sportello.relay.AccountBack;
import sportello.relay.AccountStopped;
import sportello.settings.Settings;
import sportello.webhook.WebhookBack;
import sportello.webhook.WebhookStopped;

/**
 * Tells the administrators by mail what only they can mend: once when a mailbox, an account by which mail leaves, or a
 * webhook stands still and once when it is back; once thirty and once seven days before a key of the house ends, and once
 * when it has; of what may come in crowds, mails in quarantine and letters without end, or from several nodes, a new
 * certificate that cannot be used, once an hour.
 */
@Component
class Alarms {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Duration QUIET = Duration.ofHours(1);

    private final Agents agents;
    private final Mailboxes mailboxes;
    private final AlarmSql sql;
    private final LetterPaper paper;
    private final Outbox outbox;
    private final MessageSource messages;
    private final String address;
    private final Clock clock;

    Alarms(
            Agents agents,
            Mailboxes mailboxes,
            AlarmSql sql,
            LetterPaper paper,
            Outbox outbox,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.agents = agents;
        this.mailboxes = mailboxes;
        this.sql = sql;
        this.paper = paper;
        this.outbox = outbox;
        this.messages = messages;
        this.address = settings.baseUrl().toString();
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopped(MailboxStopped stop) {
        var name = name(stop.mailbox());
        tell("stopped", "/admin/mailboxes", reader -> List.of(name, moment(stop.since(), reader), stop.error()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(MailboxBack back) {
        var name = name(back.mailbox());
        tell("back", "/admin/mailboxes", reader -> List.of(name));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopped(AccountStopped stop) {
        tell(
                "account_stopped",
                "/admin/mail",
                reader -> List.of(stop.name(), moment(stop.since(), reader), stop.error()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(AccountBack back) {
        tell("account_back", "/admin/mail", reader -> List.of(back.name()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopped(WebhookStopped stop) {
        tell(
                "webhook_stopped",
                "/admin/webhooks",
                reader -> List.of(
                        stop.name(),
                        moment(stop.since(), reader),
                        text(stop.error().message(), reader, stop.error().code())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(WebhookBack back) {
        tell("webhook_back", "/admin/webhooks", reader -> List.of(back.name()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void quarantined(MailQuarantined mail) {
        if (!sql.isFirst("quarantine", clock.instant(), QUIET)) return;
        var name = name(mail.mailbox());
        tell("quarantined", "/admin/quarantine", reader -> List.of(name, reason(mail, reader)));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void slowed(MailSlowed flood) {
        if (!sql.isFirst("slowed", clock.instant(), QUIET)) return;
        tell("slowed", "/admin/mail", reader -> List.of(Integer.toString(flood.most())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void unusable(CertificateUnusable certificate) {
        if (!sql.isFirst("certificate", clock.instant(), QUIET)) return;
        tell("certificate", "/admin/system", reader -> List.of(certificate.file()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ending(MailKeyEnding end) {
        var key = end.key();
        tell(
                end.isOver() ? "mail_key_over" : "mail_key_ending",
                "/admin/mail-keys",
                reader -> List.of(key.kind().called(), key.name(), day(key.until(), reader)));
    }

    private String name(MailboxId id) {
        return mailboxes.find(id).map(Mailbox::name).orElse("?");
    }

    /** @param facts what fills the letter's subject and text */
    private void tell(String what, String path, Function<Agent, List<String>> facts) {
        for (var reader : agents.administrators())
            Recipient.of(reader.name(), reader.email())
                    .ifPresent(to -> outbox.postAlarm(letter(what, to, reader, facts.apply(reader), address + path)));
    }

    private Letter letter(String what, Recipient to, Agent reader, List<String> facts, String link) {
        var subject = text("alarm." + what + ".subject", reader, facts.toArray());
        var text = String.join(
                "\n\n",
                text("alarm.greeting", reader, reader.firstName()),
                text("alarm." + what + ".text", reader, facts.toArray()),
                link);
        var body = paper.wrap(Html.ofText(text), reader.language());
        return new Letter(to, subject, body, null, List.of(), true);
    }

    private String text(String key, Agent reader, Object... arguments) {
        return messages.getMessage(key, arguments, reader.language().locale());
    }

    /** One that nobody has put into words must not stand in the way of the quarantine. */
    private String reason(MailQuarantined mail, Agent reader) {
        var reason = mail.reason();
        return Objects.requireNonNullElse(
                messages.getMessage(
                        "quarantine.reason." + reason,
                        null,
                        reason,
                        reader.language().locale()),
                reason);
    }

    private static String day(Instant at, Agent reader) {
        return DAY.format(at.atZone(reader.zone()));
    }

    private static String moment(Instant at, Agent reader) {
        return MOMENT.format(at.atZone(reader.zone()));
    }
}
