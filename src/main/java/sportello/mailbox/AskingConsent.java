package sportello.mailbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.oauth.OneTime;

/**
 * Asks a provider for the consent to read a mailbox, as OAuth 2 wants it (RFC 6749, section 4.1, with RFC 7636): an
 * administrator goes there with what {@link #ask} says, logs in as the mailbox, and comes back with a code; for that the
 * provider gives a refresh token. Meanwhile nothing changes, and only who asked can bring the answer.
 */
@Component
public class AskingConsent {
    /** Who takes longer begins anew. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final AskedConsentSql sql;
    private final MailboxSql mailboxes;
    private final Consenting consenting;
    private final Clock clock;
    private final Function<Client, URI> address;

    @Autowired
    AskingConsent(AskedConsentSql sql, MailboxSql mailboxes, Consenting consenting, Clock clock) {
        this(sql, mailboxes, consenting, clock, client -> client.provider().endpoint(client.tenant()));
    }

    AskingConsent(
            AskedConsentSql sql,
            MailboxSql mailboxes,
            Consenting consenting,
            Clock clock,
            Function<Client, URI> address) {
        this.sql = sql;
        this.mailboxes = mailboxes;
        this.consenting = consenting;
        this.clock = clock;
        this.address = address;
    }

    /**
     * The address at the provider to which the administrator goes.
     *
     * @param sending whether mail is to be handed over with it too
     * @param back where the provider sends the answer; it must be registered there
     */
    public Outcome<URI> ask(MailboxId id, Client typed, boolean sending, AgentId agent, URI back, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        var mailbox = mailboxes.find(id);
        if (mailbox.isEmpty()) return Outcome.refused("mailbox.unknown");
        return typed.checked().then(client -> {
            var state = OneTime.fresh();
            var verifier = OneTime.fresh();
            sql.forget(clock.instant().minus(PATIENCE));
            sql.insert(state, new AskedConsent(id, client, sending, verifier), agent.value(), clock.instant());
            return Outcome.done(
                    new ConsentAddress(mailbox.get().access(), client, sending, back, state, verifier).address());
        });
    }

    /** Asks the provider, outside any transaction; from the next log-in on the mailbox is read with the new consent. */
    public Outcome<MailboxId> answered(String state, String code, AgentId agent, URI back, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        var asked = take(state, agent);
        if (asked.isEmpty()) return Outcome.refused("consent.lost");
        var client = asked.get().client();
        try {
            var granted = new TokenEndpoint(address.apply(client), clock).exchange(asked.get(), code, back);
            var refresh = granted.refreshToken();
            if (refresh == null) return Outcome.refused("consent.not_lasting");
            var consent = new Consent(
                    client.provider(),
                    client.tenant(),
                    client.id(),
                    client.secret(),
                    refresh,
                    asked.get().sending());
            return consenting.consent(asked.get().mailbox(), consent);
        } catch (IOException e) {
            return Outcome.refused("consent.failed", Watching.words(e));
        }
    }

    /** The answer was no; whose mailbox it was about. */
    public Optional<MailboxId> refused(String state, AgentId agent) {
        return take(state, agent).map(AskedConsent::mailbox);
    }

    private Optional<AskedConsent> take(String state, AgentId agent) {
        return sql.take(state, agent.value(), clock.instant().minus(PATIENCE));
    }
}
