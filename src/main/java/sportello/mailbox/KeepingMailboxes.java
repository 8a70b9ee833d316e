package sportello.mailbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Adds mailboxes, changes them, takes them out of use; whoever reads them notices within seconds. */
@Component
public class KeepingMailboxes {
    private final MailboxSql sql;
    private final Secrets secrets;

    KeepingMailboxes(MailboxSql sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    @Transactional
    public Outcome<MailboxId> add(Proposal wanted) {
        if (wanted.secret() == null) return Outcome.refused("mailbox.secret");
        return check(wanted, null).then(sound -> Outcome.done(sql.insert(sound, encrypted(sound))));
    }

    /** A secret that is not given stays. */
    @Transactional
    public Outcome<MailboxId> change(MailboxId id, Proposal wanted) {
        return check(wanted, id)
                .then(sound -> secured(id, sound))
                .then(sound -> sql.update(id, sound, encrypted(sound))
                        ? Outcome.done(id)
                        : Outcome.refused("mailbox.unknown"));
    }

    /** It is read no more; what came from it stays. */
    @Transactional
    public Outcome<MailboxId> disable(MailboxId id) {
        return sql.enable(id, false) ? Outcome.done(id) : Outcome.refused("mailbox.unknown");
    }

    @Transactional
    public Outcome<MailboxId> enable(MailboxId id) {
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
        var leadsElsewhere = sql.find(id)
                .filter(mailbox -> !mailbox.access().leadsWhere(wanted.access()))
                .isPresent();
        return wanted.secret() == null && leadsElsewhere ? Outcome.refused("mailbox.secret") : Outcome.done(wanted);
    }

    private byte @Nullable [] encrypted(Proposal wanted) {
        var secret = wanted.secret();
        return secret == null ? null : secrets.encrypt(secret);
    }
}
