package sportello.mailbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Adds mailboxes, changes them, takes them out of use; whoever reads them notices within seconds. */
@Component
public class KeepingMailboxes {
    private final MailboxSql sql;
    private final ConsentSql consents;
    private final Secrets secrets;

    KeepingMailboxes(MailboxSql sql, ConsentSql consents, Secrets secrets) {
        this.sql = sql;
        this.consents = consents;
        this.secrets = secrets;
    }

    @Transactional
    public Outcome<MailboxId> add(Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        if (wanted.secret() == null) return Outcome.refused("mailbox.secret");
        return check(wanted, null).then(sound -> Outcome.done(sql.insert(sound, encrypted(sound), true)));
    }

    /** Without a password: it is read as soon as somebody has given consent to that. */
    @Transactional
    public Outcome<MailboxId> addForConsent(Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return check(wanted, null).then(sound -> Outcome.done(sql.insert(sound, null, false)));
    }

    /** A secret that is not given stays; a consent stays unless the mailbox is another from now on. */
    @Transactional
    public Outcome<MailboxId> change(MailboxId id, Proposal wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return check(wanted, id).then(sound -> secured(id, sound)).then(sound -> {
            if (leadsElsewhere(id, sound)) consents.delete(id);
            return sql.update(id, sound, encrypted(sound)) ? Outcome.done(id) : Outcome.refused("mailbox.unknown");
        });
    }

    /** It is read no more; what came from it stays. */
    @Transactional
    public Outcome<MailboxId> disable(MailboxId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return sql.enable(id, false) ? Outcome.done(id) : Outcome.refused("mailbox.unknown");
    }

    @Transactional
    public Outcome<MailboxId> enable(MailboxId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        if (sql.find(id).isEmpty()) return Outcome.refused("mailbox.unknown");
        if (sql.secret(id) == null && consents.consent(id).isEmpty()) return Outcome.refused("mailbox.no_access");
        return sql.enable(id, true) ? Outcome.done(id) : Outcome.refused("mailbox.unknown");
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
