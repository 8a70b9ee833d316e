package sportello.mailbox;

import java.io.IOException;
import org.springframework.stereotype.Component;
import sportello.settings.Secrets;

/** Logs in to a mailbox and goes through it, again and again as long as its server tells of new mail. */
@Component
class Reading {
    private final MailboxSql mailboxes;
    private final Secrets secrets;
    private final Tokens tokens;
    private final Connecting connecting;
    private final Sweep sweep;
    private final Watching watching;

    Reading(
            MailboxSql mailboxes,
            Secrets secrets,
            Tokens tokens,
            Connecting connecting,
            Sweep sweep,
            Watching watching) {
        this.mailboxes = mailboxes;
        this.secrets = secrets;
        this.tokens = tokens;
        this.connecting = connecting;
        this.sweep = sweep;
        this.watching = watching;
    }

    /**
     * Until the server hangs up while nothing happens, as it may, or, if it does not tell of new mail, for once.
     *
     * @param well called each time that all went well
     * @return whether it hung up
     */
    boolean session(Lease lease, Patience patience, Runnable well) throws IOException {
        var mailbox =
                patience.undisturbed(() -> mailboxes.find(lease.mailbox()).orElseThrow(() -> new LeaseLost(lease)));
        try (var box = open(mailbox, false, patience)) {
            while (true) {
                sweep.through(box, mailbox, lease, patience);
                patience.undisturbed(() -> watching.well(lease));
                well.run();
                if (!box.tellsOfMail()) return false;
                if (!box.awaitMail()) return true;
            }
        }
    }

    /** @param onlyLook whether nothing on the server may change */
    OpenBox open(Mailbox mailbox, boolean onlyLook, Patience patience) throws IOException {
        var token = tokens.token(mailbox.id(), mailbox.access().protocol(), patience);
        if (token.isEmpty())
            return connecting.open(mailbox.access(), patience.undisturbed(() -> password(mailbox)), onlyLook, patience);
        try {
            return connecting.open(mailbox.access(), Login.byToken(token.get()), onlyLook, patience);
        } catch (LoginRefused e) {
            patience.undisturbed(() -> tokens.refused(mailbox.id()));
            throw e;
        }
    }

    private Login password(Mailbox mailbox) {
        var kept = mailboxes.secret(mailbox.id());
        return Login.byPassword(kept == null ? "" : secrets.decrypt(kept));
    }
}
