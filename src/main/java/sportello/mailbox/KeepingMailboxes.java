package sportello.mailbox;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Adds mailboxes, changes them, takes them out of use; whoever reads them notices within seconds. */
@Component
public class KeepingMailboxes {
    private final MailboxSql sql;
    private final ConsentSql consents;
    private final Secrets secrets;
    private final Book book;

    KeepingMailboxes(MailboxSql sql, ConsentSql consents, Secrets secrets, Book book) {
        this.sql = sql;
        this.consents = consents;
        this.secrets = secrets;
        this.book = book;
    }

    /**
     * A mailbox as the book tells of it.
     *
     * @param secret as it is kept: encrypted
     */
    private record Written(
            String name,
            Access access,
            @Masked @Nullable String secret,
            String afterwards,
            boolean trusted,
            List<String> gateways,
            @Nullable Long queue,
            boolean valid) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    @Transactional
    public Outcome<MailboxId> add(Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        if (wanted.secret() == null) return Outcome.refused("mailbox.secret");
        return check(wanted, null).then(sound -> added(sql.insert(sound, encrypted(sound), true)));
    }

    /** Without a password: it is read as soon as somebody has given consent to that. */
    @Transactional
    public Outcome<MailboxId> addForConsent(Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return check(wanted, null).then(sound -> added(sql.insert(sound, null, false)));
    }

    private Outcome<MailboxId> added(MailboxId id) {
        write(id, null);
        return Outcome.done(id);
    }

    /** A secret that is not given stays; a consent stays unless the mailbox is another from now on. */
    @Transactional
    public Outcome<MailboxId> change(MailboxId id, Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        var before = written(id);
        return check(wanted, id).then(sound -> secured(id, sound)).then(sound -> {
            if (leadsElsewhere(id, sound)) consents.delete(id);
            return changed(id, before, sql.update(id, sound, encrypted(sound)));
        });
    }

    /** It is read no more; what came from it stays. */
    @Transactional
    public Outcome<MailboxId> disable(MailboxId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return changed(id, written(id), sql.enable(id, false));
    }

    @Transactional
    public Outcome<MailboxId> enable(MailboxId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        if (sql.find(id).isEmpty()) return Outcome.refused("mailbox.unknown");
        if (sql.secret(id) == null && consents.consent(id).isEmpty()) return Outcome.refused("mailbox.no_access");
        return changed(id, written(id), sql.enable(id, true));
    }

    /** Whoever reads it need not wait for its next look, which is within seconds then; one that is at work looks once more. */
    @Transactional
    public Outcome<MailboxId> fetchNow(MailboxId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return sql.wantLook(id) ? Outcome.done(id) : Outcome.refused("mailbox.off");
    }

    private Outcome<MailboxId> changed(MailboxId id, @Nullable Written before, boolean found) {
        if (!found) return Outcome.refused("mailbox.unknown");
        write(id, before);
        return Outcome.done(id);
    }

    private void write(MailboxId id, @Nullable Written before) {
        var now = Objects.requireNonNull(written(id));
        book.write(Topic.MAILBOXES, id.value(), now.name(), before, now);
    }

    private @Nullable Written written(MailboxId id) {
        return sql.find(id)
                .map(mailbox -> new Written(
                        mailbox.name(),
                        mailbox.access(),
                        hex(sql.secret(id)),
                        word(mailbox.afterwards()),
                        mailbox.trusted(),
                        mailbox.gateways(),
                        mailbox.defaultQueue(),
                        mailbox.valid()))
                .orElse(null);
    }

    private static @Nullable String hex(byte @Nullable [] secret) {
        return secret == null ? null : HexFormat.of().formatHex(secret);
    }

    private static String word(Afterwards afterwards) {
        return switch (afterwards) {
            case Afterwards.Leave() -> "leave";
            case Afterwards.Move(var folder) -> "move: " + folder;
            case Afterwards.Delete() -> "delete";
        };
    }

    private Outcome<Proposal> check(Proposal wanted, @Nullable MailboxId except) {
        return ProposalRules.check(wanted)
                .then(sound -> sql.isNamed(sound.name(), except)
                        ? Outcome.refused("mailbox.known", sound.name())
                        : Outcome.done(sound));
    }

    /** Nobody learns a kept password by sending it to a server of the own. */
    private Outcome<Proposal> secured(MailboxId id, Proposal wanted) {
        return wanted.secret() == null && leadsElsewhere(id, wanted)
                ? Outcome.refused("mailbox.secret")
                : Outcome.done(wanted);
    }

    private boolean leadsElsewhere(MailboxId id, Proposal wanted) {
        return sql.find(id)
                .filter(mailbox -> !mailbox.access().leadsWhere(wanted.access()))
                .isPresent();
    }

    private byte @Nullable [] encrypted(Proposal wanted) {
        var secret = wanted.secret();
        return secret == null ? null : secrets.encrypt(secret);
    }
}
