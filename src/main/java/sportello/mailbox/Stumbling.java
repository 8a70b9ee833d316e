package sportello.mailbox;

import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts how often fetching a mail went wrong, so that one mail that cannot be had does not hold up its mailbox. What is
 * clearly the house's fault, or comes of our own stopping, does not count.
 */
@Component
class Stumbling {
    private static final Logger log = LoggerFactory.getLogger(Stumbling.class);

    private final StumbleSql sql;

    Stumbling(StumbleSql sql) {
        this.sql = sql;
    }

    Map<String, Stumble> of(MailboxId mailbox, int epoch) {
        return sql.of(mailbox, epoch);
    }

    /** The fault goes on its way afterwards, whether it could be noted or not. */
    void over(Lease lease, Place place, Exception fault, Patience patience) {
        if (isTheHouses(fault) || patience.wasCutShort()) return;
        try {
            patience.atLast(() -> sql.add(lease, place, Watching.words(fault)));
        } catch (RuntimeException unnoted) {
            log.warn("Nobody can note that a mail is not to be had: {}", Watching.words(unnoted));
        }
    }

    void overcome(Place place) {
        sql.forget(place);
    }

    /** Everything that the server says or does is laid at the mail's door: we had logged in, and asked for nothing else. */
    private static boolean isTheHouses(Exception fault) {
        return switch (fault) {
            case DataIntegrityViolationException _ -> false;
            case DataAccessException _, TransactionException _, UncheckedIOException _, LeaseLost _ -> true;
            default -> false;
        };
    }
}
