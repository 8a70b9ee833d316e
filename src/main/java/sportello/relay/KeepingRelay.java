package sportello.relay;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mail.AccountId;
import sportello.mail.Outbox;
import sportello.mailbox.Consenting;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Mailboxes;
import sportello.settings.Secrets;
import sportello.settings.SmtpServer;

/**
 * Keeps the accounts by which our mail leaves; the next letter goes where they say, and so does at once what waits. One of
 * them is always the standard, which takes what no other takes.
 */
@Component
public class KeepingRelay {
    private final RelaySql sql;
    private final AccountHealthSql health;
    private final Mailboxes mailboxes;
    private final Consenting consenting;
    private final Book book;
    private final Outbox outbox;

    KeepingRelay(
            RelaySql sql,
            AccountHealthSql health,
            Mailboxes mailboxes,
            Consenting consenting,
            Book book,
            Outbox outbox) {
        this.sql = sql;
        this.health = health;
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.book = book;
        this.outbox = outbox;
    }

    /** An account as the book tells of it. */
    private record Written(
            String name,
            KeptRelay relay,
            @Masked @Nullable String secret,
            List<String> senders,
            boolean standard,
            boolean valid) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** The standard one first, then by name. */
    public List<KeptAccount> all() {
        return sql.all();
    }

    public Optional<KeptAccount> find(AccountId id) {
        return sql.find(id);
    }

    /** That by which the mail of the sender leaves, if by any that is kept. */
    public Optional<KeptAccount> sending(String address) {
        return sql.account(address).flatMap(account -> sql.find(account.id()));
    }

    /** In the same order. */
    public List<AccountHealth> health() {
        return health.all();
    }

    /** The first is the standard, whether that is wanted or not. */
    @Transactional
    public Outcome<AccountId> add(AccountProposal wanted, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        sql.keepAlone();
        var isFirst = sql.all().stream().noneMatch(KeptAccount::standard);
        return ready(isFirst ? wanted.standing() : wanted, secret, null).then(ready -> {
            if (ready.wanted().standard()) sql.noneIsStandard();
            var id = sql.insert(ready.wanted(), ready.password());
            return kept(id, ready, null);
        });
    }

    /**
     * The standard one stays so until another is.
     *
     * @param secret the password; null leaves the one that is kept, unless it would go elsewhere
     */
    @Transactional
    public Outcome<AccountId> change(AccountId id, AccountProposal wanted, @Nullable String secret, Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        sql.keepAlone();
        var before = sql.find(id).orElse(null);
        if (before == null) return Outcome.refused("relay.unknown");
        var written = written(id);
        return ready(before.standard() ? wanted.standing() : wanted, secret, id).then(ready -> {
            if (ready.wanted().standard() && !before.standard()) sql.noneIsStandard();
            sql.update(id, ready.wanted(), ready.password());
            return kept(id, ready, written);
        });
    }

    private Outcome<AccountId> kept(AccountId id, Ready ready, @Nullable Written before) {
        sql.takeFrom(id, ready.wanted().senders());
        book.write(Topic.RELAY, id.value(), ready.wanted().name(), before, written(id));
        outbox.hasten();
        return Outcome.done(id);
    }

    /** What waits for it goes by the standard one; without any, where the operator says, or waits on. */
    @Transactional
    public Outcome<KeptAccount> remove(AccountId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("relay.administer");
        sql.keepAlone();
        var account = sql.find(id).orElse(null);
        if (account == null) return Outcome.refused("relay.unknown");
        if (account.standard() && sql.all().size() > 1) return Outcome.refused("relay.standard.removal");
        var before = written(id);
        sql.delete(id);
        book.write(Topic.RELAY, id.value(), account.name(), before, null);
        outbox.hasten();
        return Outcome.done(account);
    }

    private @Nullable Written written(AccountId id) {
        return sql.find(id)
                .map(kept -> new Written(
                        kept.name(), kept.relay(), sql.secret(id), kept.senders(), kept.standard(), kept.valid()))
                .orElse(null);
    }

    /** An account whose server can be asked. */
    record Ready(AccountProposal wanted, @Nullable String password) {

        SmtpServer server() {
            return wanted.relay().server(password);
        }

        @Override
        public String toString() {
            return "Ready[" + wanted + "]";
        }
    }

    private Outcome<Ready> ready(AccountProposal wanted, @Nullable String secret, @Nullable AccountId id) {
        return wanted.checked().then(sound -> alone(sound, id)).then(sound -> server(sound, secret, id));
    }

    private Outcome<AccountProposal> alone(AccountProposal wanted, @Nullable AccountId id) {
        var isNamed = sql.all().stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(wanted.name()));
        if (isNamed) return Outcome.refused("relay.known", wanted.name());
        return sql.taken(wanted.senders(), id)
                .map(taken -> Outcome.<AccountProposal>refused("relay.sender.taken", taken.address(), taken.account()))
                .orElseGet(() -> Outcome.done(wanted));
    }

    /**
     * Nobody learns a kept password by sending it to a server of the own.
     *
     * @param id the account whose password is kept, null for a new one
     */
    Outcome<Ready> server(AccountProposal wanted, @Nullable String secret, @Nullable AccountId id) {
        return wanted.relay().checked().then(sound -> {
            if (sound.mailbox() != null)
                return byConsent(sound, sound.mailbox()).then(relay -> ready(wanted, relay, null));
            if (sound.user().isEmpty()) return ready(wanted, sound, null);
            if (secret != null && secret.length() > Secrets.LONGEST)
                return Outcome.refused("secret.long", Secrets.LONGEST);
            var password = secret != null ? secret : kept(sound, id);
            return password == null ? Outcome.refused("relay.secret") : ready(wanted, sound, password);
        });
    }

    private static Outcome<Ready> ready(AccountProposal wanted, KeptRelay sound, @Nullable String password) {
        return Outcome.done(new Ready(wanted.with(sound), password));
    }

    /** Where no name is given, we are who the mailbox is. */
    private Outcome<KeptRelay> byConsent(KeptRelay sound, MailboxId id) {
        var mailbox = mailboxes.find(id).orElse(null);
        var client = consenting.client(id).orElse(null);
        if (mailbox == null || client == null) return Outcome.refused("relay.consent");
        if (!sound.isSafeWith(client.provider())) return Outcome.refused("relay.consent.elsewhere");
        return Outcome.done(sound.as(sound.user().isEmpty() ? mailbox.access().user() : sound.user()));
    }

    private @Nullable String kept(KeptRelay wanted, @Nullable AccountId id) {
        return id != null
                        && sql.find(id)
                                .filter(kept -> wanted.leadsWhere(kept.relay()))
                                .isPresent()
                ? sql.secret(id)
                : null;
    }
}
