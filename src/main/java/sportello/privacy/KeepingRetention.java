package sportello.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.queue.QueueId;

/** Administrators keep the rules of retention. One that is not valid empties nothing; none is thrown away. */
@Component
public class KeepingRetention {
    public static final int MOST_MONTHS = 600;

    private final RetentionRuleSql sql;
    private final Book book;

    KeepingRetention(RetentionRuleSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** A rule as the book tells of it. */
    private record Written(int months, boolean valid) {
        static Written of(RetentionRule rule) {
            return new Written(rule.months(), rule.valid());
        }
    }

    /** By the names of their queues; that for all queues last. */
    public List<RetentionRule> all() {
        return sql.all();
    }

    public Optional<RetentionRule> find(long id) {
        return all().stream().filter(rule -> rule.id() == id).findFirst();
    }

    /**
     * @param queue null for all that have no rule nearer to them
     * @return the rule's number
     */
    @Transactional
    public Outcome<Long> add(@Nullable QueueId queue, int months, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("retention.administer");
        if (!isPeriod(months)) return Outcome.refused("retention.months", MOST_MONTHS);
        if (queue != null && !sql.isQueue(queue)) return Outcome.refused("retention.queue");
        var added = sql.insert(queue, months, valid);
        if (added.isEmpty()) return Outcome.refused("retention.known");
        write(added.get(), null);
        return Outcome.done(added.get());
    }

    /**
     * Its queue stays what it is.
     *
     * @param seen the version of the rule that was corrected
     */
    @Transactional
    public Outcome<Long> correct(long id, int seen, int months, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("retention.administer");
        if (!isPeriod(months)) return Outcome.refused("retention.months", MOST_MONTHS);
        var before = find(id).map(Written::of).orElse(null);
        if (!sql.update(id, seen, months, valid)) return Outcome.refused("retention.changed");
        write(id, before);
        return Outcome.done(id);
    }

    private static boolean isPeriod(int months) {
        return months >= 1 && months <= MOST_MONTHS;
    }

    private void write(long id, @Nullable Written before) {
        find(id).ifPresent(rule -> book.write(Topic.RETENTION, id, rule.called(), before, Written.of(rule)));
    }
}
