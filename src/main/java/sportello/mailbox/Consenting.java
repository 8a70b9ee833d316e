package sportello.mailbox;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Keeps consents to read mailboxes: with one, a mailbox is logged in to by token and its password is not used. */
@Component
public class Consenting {
    private static final int LONGEST = 200;

    private final ConsentSql sql;

    Consenting(ConsentSql sql) {
        this.sql = sql;
    }

    /** From the next log-in on; a token got under an earlier consent is forgotten. */
    @Transactional
    public Outcome<MailboxId> consent(MailboxId mailbox, Consent given) {
        return checked(given).then(consent -> {
            sql.save(mailbox, consent);
            return Outcome.done(mailbox);
        });
    }

    /** Back to the password; false if there was no consent. */
    @Transactional
    public boolean withdraw(MailboxId mailbox) {
        return sql.delete(mailbox);
    }

    /** When the tokens we have end. That is no trouble in itself: a new one is fetched some minutes before. */
    @Transactional(readOnly = true)
    public Map<MailboxId, Instant> tokenEnds() {
        return sql.ends();
    }

    /** The tenant becomes part of an address, so it must not be able to change where that leads. */
    private static Outcome<Consent> checked(Consent given) {
        var tenant = given.provider() == Provider.MICROSOFT ? CleanText.line(given.tenant()) : "";
        var client = CleanText.line(given.clientId());
        if (given.provider() == Provider.MICROSOFT && !tenant.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,199}"))
            return Outcome.refused("consent.tenant");
        if (client.isEmpty() || client.length() > LONGEST) return Outcome.refused("consent.client");
        if (given.refreshToken().isBlank()) return Outcome.refused("consent.token");
        var secret = given.clientSecret() == null || given.clientSecret().isBlank()
                ? null
                : given.clientSecret().strip();
        return Outcome.done(new Consent(
                given.provider(), tenant, client, secret, given.refreshToken().strip()));
    }
}
