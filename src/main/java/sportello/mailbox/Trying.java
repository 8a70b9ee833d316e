package sportello.mailbox;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Looks into a mailbox before it is added or changed; nothing is fetched, and nothing on its server changes. */
@Component
public class Trying {
    private final Connecting connecting;
    private final MailboxSql mailboxes;
    private final ConsentSql consents;
    private final Tokens tokens;
    private final Secrets secrets;
    private final Limits limits;

    Trying(
            Connecting connecting,
            MailboxSql mailboxes,
            ConsentSql consents,
            Tokens tokens,
            Secrets secrets,
            Limits limits) {
        this.connecting = connecting;
        this.mailboxes = mailboxes;
        this.consents = consents;
        this.tokens = tokens;
        this.secrets = secrets;
        this.limits = limits;
    }

    /** @param known whose secret is used where the proposal brings none and leads to the same server */
    public Outcome<Looked> look(Proposal wanted, @Nullable MailboxId known, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        return ProposalRules.access(wanted.access())
                .then(access -> knock(wanted, known)
                        .map(knock -> look(access, knock))
                        .orElseGet(() -> Outcome.refused("mailbox.secret")));
    }

    /** How to get in; a token may have to be asked for first. */
    private interface Knock {
        Login login(Patience patience) throws IOException;
    }

    private Optional<Knock> knock(Proposal wanted, @Nullable MailboxId known) {
        var typed = wanted.secret();
        if (typed != null) return Optional.of(patience -> Login.byPassword(typed));
        if (known == null) return Optional.empty();
        if (mailboxes
                .find(known)
                .filter(mailbox -> mailbox.access().leadsWhere(wanted.access()))
                .isEmpty()) return Optional.empty();
        if (consents.consent(known).isPresent()) return Optional.of(patience -> byToken(known, wanted, patience));
        return Optional.ofNullable(mailboxes.secret(known))
                .map(kept -> patience -> Login.byPassword(secrets.decrypt(kept)));
    }

    private Login byToken(MailboxId known, Proposal wanted, Patience patience) throws IOException {
        return tokens.token(known, wanted.access().protocol(), patience)
                .map(Login::byToken)
                .orElseThrow(() -> new IOException("no consent any more"));
    }

    /** On a thread of its own, which can be interrupted when the server takes too long. */
    private Outcome<Looked> look(Access access, Knock knock) {
        var look = new FutureTask<>(() -> lookInto(access, knock));
        var thread = Thread.ofVirtual().name("trying-a-mailbox").start(look);
        try {
            if (!thread.join(limits.command())) thread.interrupt();
            return Outcome.done(look.get());
        } catch (ExecutionException e) {
            return Outcome.refused("mailbox.unreachable", Watching.words(e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Outcome.refused("mailbox.unreachable", "");
        }
    }

    private Looked lookInto(Access access, Knock knock) throws IOException {
        var patience = new Patience(Thread.currentThread());
        try (var box = connecting.open(access, knock.login(patience), true, patience)) {
            return new Looked(box.waiting(0, Set.of()).size(), box.abilities(), box.folders());
        }
    }
}
