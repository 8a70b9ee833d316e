package sportello.mailbox;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.settings.Secrets;

/** Looks into a mailbox before it is added or changed; nothing is fetched, and nothing on its server changes. */
@Component
public class Trying {
    private final Connecting connecting;
    private final MailboxSql mailboxes;
    private final Secrets secrets;
    private final Limits limits;

    Trying(Connecting connecting, MailboxSql mailboxes, Secrets secrets, Limits limits) {
        this.connecting = connecting;
        this.mailboxes = mailboxes;
        this.secrets = secrets;
        this.limits = limits;
    }

    /** @param known whose secret is used where the proposal brings none and leads to the same server */
    public Outcome<Looked> look(Proposal wanted, @Nullable MailboxId known) {
        return ProposalRules.access(wanted.access()).then(access -> {
            var secret = secret(wanted, known);
            return secret == null ? Outcome.refused("mailbox.secret") : look(access, secret);
        });
    }

    private @Nullable String secret(Proposal wanted, @Nullable MailboxId known) {
        if (wanted.secret() != null || known == null) return wanted.secret();
        var same = mailboxes.find(known).filter(mailbox -> mailbox.access().leadsWhere(wanted.access()));
        var kept = same.isEmpty() ? null : mailboxes.secret(known);
        return kept == null ? null : secrets.decrypt(kept);
    }

    /** On a thread of its own, which can be interrupted when the server takes too long. */
    private Outcome<Looked> look(Access access, String secret) {
        var look = new FutureTask<>(() -> lookInto(access, secret));
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

    private Looked lookInto(Access access, String secret) throws IOException {
        try (var box = connecting.open(access, Login.byPassword(secret), true, new Patience(Thread.currentThread()))) {
            return new Looked(box.waiting(0, Set.of()).size(), box.abilities());
        }
    }
}
