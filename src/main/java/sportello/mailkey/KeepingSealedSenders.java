package sportello.mailkey;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mailkey.SealedSender.Manner;

/** Administrators decide which of our addresses sign and encrypt what they send. */
@Component
public class KeepingSealedSenders {
    private final SealedSenderSql sql;
    private final Book book;

    KeepingSealedSenders(SealedSenderSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** What the book says of a sender. */
    private record Entry(Manner manner, boolean automatic) {
        static Entry of(SealedSender sender) {
            return new Entry(sender.manner(), sender.automatic());
        }
    }

    /** Those that have a key or were decided on, by their addresses. */
    public List<SealedSender> all() {
        return sql.all();
    }

    /** @param wanted with the version that was changed */
    @Transactional
    public Outcome<SealedSender> keep(SealedSender wanted, Authority by) {
        if (!by.administrator()) return Outcome.refused("mail_keys.administer");
        var kept = sql.all().stream()
                .filter(one -> one.address().equals(wanted.address()))
                .findFirst()
                .orElse(null);
        if (kept == null) return Outcome.refused("sealed_senders.no_key");
        if (!sql.save(wanted)) return Outcome.refused("sealed_senders.changed");
        book.write(Topic.SEALED_SENDERS, wanted.address(), wanted.address(), Entry.of(kept), Entry.of(wanted));
        return Outcome.done(wanted);
    }
}
