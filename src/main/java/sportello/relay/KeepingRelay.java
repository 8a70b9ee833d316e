package sportello.relay;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mail.Outbox;
import sportello.mailbox.Consenting;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Mailboxes;
import sportello.settings.SmtpServer;

/** Keeps the server that takes our mail, changes it, does without; the next letter goes where it says, and so does at once what waits. */
@Component
public class KeepingRelay {
    private final RelaySql sql;
    private final Mailboxes mailboxes;
    private final Consenting consenting;
    private final Book book;
    private final Outbox outbox;

    KeepingRelay(RelaySql sql, Mailboxes mailboxes, Consenting consenting, Book book, Outbox outbox) {
        this.sql = sql;
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.book = book;
        this.outbox = outbox;
    }

    /** The server as the book tells of it. */
    private record Written(
            KeptRelay relay, @Masked @Nullable String secret) {}

    public Optional<KeptRelay> find() {
        return sql.find();
    }

    /** @param secret the password; null leaves the one that is kept, unless it would go elsewhere */
    @Transactional
    public Outcome<KeptRelay> keep(KeptRelay wanted, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        return ready(wanted, secret).then(ready -> {
            var before = written();
            sql.save(ready.relay(), ready.password());
            book.write(Topic.RELAY, "relay", ready.relay().host(), before, written());
            outbox.hasten();
            return Outcome.done(ready.relay());
        });
    }

    /** What waits goes where the operator says, or waits on. */
    @Transactional
    public Outcome<KeptRelay> remove(Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        var before = written();
        if (before == null) return Outcome.refused("relay.unknown");
        sql.delete();
        book.write(Topic.RELAY, "relay", before.relay().host(), before, null);
        outbox.hasten();
        return Outcome.done(before.relay());
    }

    private @Nullable Written written() {
        return sql.find().map(relay -> new Written(relay, sql.secret())).orElse(null);
    }

    /** A server that can be asked. */
    record Ready(KeptRelay relay, @Nullable String password) {

        SmtpServer server() {
            return relay.server(password);
        }
    }

    /** Nobody learns a kept password by sending it to a server of the own. */
    Outcome<Ready> ready(KeptRelay wanted, @Nullable String secret) {
        return wanted.checked().then(sound -> {
            if (sound.mailbox() != null) return byConsent(sound, sound.mailbox());
            if (sound.user().isEmpty()) return Outcome.done(new Ready(sound, null));
            var password = secret != null ? secret : kept(sound);
            return password == null ? Outcome.refused("relay.secret") : Outcome.done(new Ready(sound, password));
        });
    }

    /** Where no name is given, we are who the mailbox is. */
    private Outcome<Ready> byConsent(KeptRelay sound, MailboxId id) {
        var mailbox = mailboxes.find(id).orElse(null);
        var client = consenting.client(id).orElse(null);
        if (mailbox == null || client == null) return Outcome.refused("relay.consent");
        if (!sound.isSafeWith(client.provider())) return Outcome.refused("relay.consent.elsewhere");
        var user = sound.user().isEmpty() ? mailbox.access().user() : sound.user();
        return Outcome.done(new Ready(sound.as(user), null));
    }

    private @Nullable String kept(KeptRelay wanted) {
        return sql.find().filter(wanted::leadsWhere).isPresent() ? sql.secret() : null;
    }
}
