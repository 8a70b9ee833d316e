package sportello.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who came in and who did not, and what was taken along: append-only, each line chained to the one before. What happens in
 * a transaction is written in it; what happens outside, as a log-in does, right after, and nobody stays outside because
 * the log is slow: the program's own log then says what is missing.
 */
@Component
public class AccessLog {
    private static final Logger log = LoggerFactory.getLogger(AccessLog.class);

    private final AccessSql sql;
    private final TransactionTemplate alone;
    private final Clock clock;

    AccessLog(AccessSql sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener
    void note(Accessed accessed) {
        var hand = Hand.atWork();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            sql.append(clock.instant(), accessed, hand);
            return;
        }
        try {
            alone.executeWithoutResult(status -> {
                sql.waitLittle();
                sql.append(clock.instant(), accessed, hand);
            });
        } catch (DataAccessException | TransactionException slow) {
            log.error(
                    "The log of access misses a line: {} {} of account {}: {}",
                    accessed.kind().key(),
                    accessed.why(),
                    accessed.account(),
                    slow.getMessage());
        }
    }

    /**
     * Newest first.
     *
     * @param before the number of the line that was read last, null to begin
     */
    public List<AccessLine> read(SoughtAccess sought, @Nullable Long before, int most) {
        return sql.read(sought, before == null ? Long.MAX_VALUE : before, most);
    }

    /** All of one customer user, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<AccessLine> of(long customerUser) {
        return sql.of(customerUser);
    }

    /**
     * Takes out of the lines what was asked for, where it names somebody; that they were written stays.
     *
     * @param words as a regular expression of the database
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String words) {
        sql.forget(words);
    }

    /**
     * Whoever is about to tell much of one kind holds the end of the log first, until the transaction ends: others who hold
     * it wait for nothing that the teller has in hand.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        sql.writeAlone();
    }

    /** Cuts off what is older, and says so in a line; how many lines that were. */
    @Transactional
    public int cut(Instant oldest) {
        sql.writeAlone();
        return sql.cut(oldest)
                .map(cut -> {
                    var said = new Accessed(
                            AccessKind.LINES_REMOVED,
                            null,
                            AccessLine.Person.NOBODY,
                            cut.mark(),
                            cut.lines(),
                            null,
                            "old");
                    sql.append(clock.instant(), said, Hand.atWork());
                    return (int) cut.lines();
                })
                .orElse(0);
    }

    /** The number of the first line that is not what was written: changed, missing or slipped in. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken() {
        var begin = sql.begin();
        // What was cut off is vouched for by the last line that says so.
        if (begin.no() > 1 && !sql.lastCut().equals(Optional.of(begin.mark()))) return Optional.of(begin.no());
        var chain = new Chain(begin.no(), begin.hash());
        sql.eachLink(chain::pass);
        return chain.firstBroken();
    }

    /** How the log ends: to be kept outside. */
    public Optional<Book.End> end() {
        return sql.end();
    }
}
