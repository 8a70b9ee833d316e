package sportello.mailbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The tokens with which mailboxes are logged in to: kept until shortly before they end, for every node to use. */
@Component
class Tokens {
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
        var kept = patience.undisturbed(() -> sql.token(mailbox)).filter(token -> token.isGoodAt(clock.instant()));
        if (kept.isPresent()) return kept.map(AccessToken::value);
        var consent = patience.undisturbed(() -> sql.consent(mailbox));
        if (consent.isEmpty()) return Optional.empty();
        return Optional.of(fresh(mailbox, consent.get(), protocol, patience).value());
    }

    /** The server did not take it, whatever it says about its end. */
    void refused(MailboxId mailbox) {
        sql.forgetToken(mailbox);
    }

    private AccessToken fresh(MailboxId mailbox, Consent consent, Protocol protocol, Patience patience)
            throws IOException {
        patience.grant(TokenEndpoint.ALTOGETHER.plus(TokenEndpoint.CONNECTING));
        var endpoint = new TokenEndpoint(address.apply(consent), clock);
        var granted = endpoint.ask(consent, consent.provider().scope(protocol));
        patience.undisturbed(() -> sql.granted(mailbox, consent.clientId(), granted.token(), granted.refreshToken()));
        return granted.token();
    }
}
