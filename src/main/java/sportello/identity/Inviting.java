package sportello.identity;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.mail.Outbox;

/**
 * Invites customer users to the portal: by a letter with a link, good once and for seven days, that opens an account with
 * the password that the person chooses. Whoever keeps customers and their people may do it, as often as is needed.
 */
@Component
public class Inviting {
    private final Newcomers newcomers;
    private final NewcomerSql sql;
    private final PortalLetters letters;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Book book;

    Inviting(Newcomers newcomers, NewcomerSql sql, PortalLetters letters, Throttle throttle, Outbox outbox, Book book) {
        this.newcomers = newcomers;
        this.sql = sql;
        this.letters = letters;
        this.throttle = throttle;
        this.outbox = outbox;
        this.book = book;
    }

    /** What the book tells of an invitation: to which address it went. */
    private record Invitation(String invited) {}

    /** What the book tells of those whom a file has brought. */
    private record Invitations(int invitedPeople) {}

    /** Whether invitations leave now; without a mail server they wait. */
    public boolean isOffered() {
        return outbox.hasServer();
    }

    /** How it stands with the person and the portal; whoever asks has found the person. */
    @Transactional(readOnly = true)
    public PortalAccess access(CustomerUserId id) {
        return sql.access(id);
    }

    /** Only the link of the newest invitation is good. */
    @Transactional
    public Outcome<CustomerUserId> invite(CustomerUserId id, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var newcomer = newcomers.find(id);
        if (newcomer.isEmpty()) return Outcome.refused("invitation.nobody");
        var pause = throttle.take(Limit.INVITATION.by(id.value()));
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        return Outcome.done(invited(newcomer.get()));
    }

    private CustomerUserId invited(CustomerUser user) {
        letters.invite(user.id());
        book.write(Topic.PORTAL, user.id().value(), user.name(), null, new Invitation(user.email()));
        return user.id();
    }

    /** Those of a file: their letters are written little by little, so that no other mail waits for them. */
    @Transactional
    void inviteAll(Collection<CustomerUserId> people, String file) {
        if (people.isEmpty()) return;
        sql.want(people);
        book.write(Topic.PORTAL, file, file, null, new Invitations(people.size()));
    }

    /** Writes some of the letters that are still to be written. */
    @Transactional
    void inviteNext(int most) {
        sql.takeWanted(most).forEach(letters::invite);
    }
}
