package sportello.mailbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Keeps consents to read mailboxes: with one, a mailbox is logged in to by token and its password is not used. */
@Component
public class Consenting {
    private final ConsentSql sql;
    private final MailboxSql mailboxes;
    private final Book book;

    Consenting(ConsentSql sql, MailboxSql mailboxes, Book book) {
        this.sql = sql;
        this.mailboxes = mailboxes;
        this.book = book;
    }

    /** From the next log-in on; a token got under an earlier consent is forgotten. A mailbox that waited for it is read. */
    @Transactional
    Outcome<MailboxId> consent(MailboxId mailbox, Consent given) {
        return checked(given).then(consent -> {
            write(mailbox, consent);
            sql.save(mailbox, consent);
            return Outcome.done(mailbox);
        });
    }

    /** Back to the password; false if there was no consent. */
    @Transactional
    public Outcome<Boolean> withdraw(MailboxId mailbox, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        write(mailbox, null);
        return Outcome.done(sql.delete(mailbox));
    }

    private void write(MailboxId mailbox, @Nullable Consent now) {
        var before = sql.consent(mailbox).orElse(null);
        if (before == null && now == null) return;
        var name = mailboxes.find(mailbox).map(Mailbox::name).orElse("");
        book.write(Topic.CONSENTS, mailbox.value(), name, before, now);
    }

    /** As what we are registered where the consent was given. */
    @Transactional(readOnly = true)
    public Optional<Client> client(MailboxId mailbox) {
        return sql.consent(mailbox).map(Consent::client);
    }

    /** Whether mail may be handed over with the consent to the mailbox too. */
    @Transactional(readOnly = true)
    public boolean isForSending(MailboxId mailbox) {
        return sql.consent(mailbox).filter(Consent::sending).isPresent();
    }

    /** The mailboxes to which consent was given. */
    @Transactional(readOnly = true)
    public Set<MailboxId> given() {
        return sql.given();
    }

    /** When the tokens we have end. That is no trouble in itself: a new one is fetched some minutes before. */
    @Transactional(readOnly = true)
    public Map<MailboxId, Instant> tokenEnds() {
        return sql.ends();
    }

    private static Outcome<Consent> checked(Consent given) {
        if (given.refreshToken().isBlank()) return Outcome.refused("consent.token");
        var refresh = given.refreshToken().strip();
        return given.client()
                .checked()
                .then(client -> Outcome.done(new Consent(
                        client.provider(), client.tenant(), client.id(), client.secret(), refresh, given.sending())));
    }
}
