package sportello.mailbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The tokens with which we log in to mailboxes, and to the servers that take mail in their name: kept until shortly before
 * they end, for every node to use.
 */
@Component
public class Tokens {
    private final ConsentSql sql;
    private final Clock clock;
    private final Function<Consent, URI> address;

    @Autowired
    Tokens(ConsentSql sql, Clock clock) {
        this(sql, clock, consent -> consent.provider().endpoint(consent.tenant()));
    }

    Tokens(ConsentSql sql, Clock clock, Function<Consent, URI> address) {
        this.sql = sql;
        this.clock = clock;
        this.address = address;
    }

    /**
     * A token that is good for some minutes at least; empty if the mailbox is logged in to by password. Asks the provider if
     * need be, outside any transaction; if the program dies before the answer is noted, the old consent still counts.
     *
     * @throws TokenRefused if a person has to give consent anew
     */
    Optional<String> token(MailboxId mailbox, Protocol protocol, Patience patience) throws IOException {
        return token(mailbox, Purpose.READING, provider -> provider.scope(protocol), patience);
    }

    /**
     * The same for the server that takes mail in the mailbox's name. To be asked outside any transaction.
     *
     * @throws IOException if there is none: nobody has given consent, or the provider does not answer, or says no
     */
    public String toSend(MailboxId mailbox) throws IOException {
        return token(mailbox, Purpose.SENDING, Provider::scopeOfSending, new Patience(Thread.currentThread()))
                .orElseThrow(() -> new IOException("no token: nobody has given consent"));
    }

    private Optional<String> token(
            MailboxId mailbox, Purpose purpose, Function<Provider, String> scope, Patience patience)
            throws IOException {
        var kept = patience.undisturbed(() -> sql.token(mailbox, purpose))
                .filter(token -> token.isGoodAt(clock.instant()));
        if (kept.isPresent()) return kept.map(AccessToken::value);
        var consent = patience.undisturbed(() -> sql.consent(mailbox));
        if (consent.isEmpty()) return Optional.empty();
        var asked = scope.apply(consent.get().provider());
        return Optional.of(
                fresh(mailbox, consent.get(), purpose, asked, patience).value());
    }

    /** The server did not take it, whatever it says about its end. */
    void refused(MailboxId mailbox) {
        sql.forgetToken(mailbox, Purpose.READING);
    }

    /** The same of the server that takes mail. */
    public void refusedToSend(MailboxId mailbox) {
        sql.forgetToken(mailbox, Purpose.SENDING);
    }

    private AccessToken fresh(MailboxId mailbox, Consent consent, Purpose purpose, String scope, Patience patience)
            throws IOException {
        patience.grant(TokenEndpoint.ALTOGETHER.plus(TokenEndpoint.CONNECTING));
        var endpoint = new TokenEndpoint(address.apply(consent), clock);
        var granted = endpoint.ask(consent, scope);
        patience.undisturbed(
                () -> sql.granted(mailbox, consent.clientId(), purpose, granted.token(), granted.refreshToken()));
        return granted.token();
    }
}
