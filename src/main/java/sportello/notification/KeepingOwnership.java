package sportello.notification;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.queue.KeepingQueues;
import sportello.queue.QueueId;

/** Administrators keep who is in charge of what comes into a queue, and who is told of what happens there. */
@Component
public class KeepingOwnership {
    private final OwnershipSql sql;
    private final KeepingQueues queues;
    private final Book book;

    KeepingOwnership(OwnershipSql sql, KeepingQueues queues, Book book) {
        this.sql = sql;
        this.queues = queues;
        this.book = book;
    }

    /** As the book tells of it. */
    private record Written(Map<String, String> told) {

        static Written of(Map<Cell, Extent> cells) {
            var told = new TreeMap<String, String>();
            cells.forEach((cell, answer) -> told.put(cell.key(), answer.name().toLowerCase(Locale.ROOT)));
            return new Written(told);
        }
    }

    /** Who is told in a queue that says nothing else; what is not in it, nobody can be told. */
    public Map<Cell, Extent> house() {
        return sql.house();
    }

    /** What queues say themselves. */
    public Map<QueueId, Map<Cell, Extent>> own() {
        return sql.own();
    }

    /**
     * The queue's name.
     *
     * @param seen the version of the queue that was corrected
     * @param own where the queue does not follow the house
     */
    @Transactional
    public Outcome<String> correct(
            QueueId id,
            int seen,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            Map<Cell, Boolean> own,
            Authority by) {
        var kept = queues.find(id);
        if (kept.isEmpty()) return Outcome.refused("ownership.queue");
        var settings = kept.get().settings().inCharge(owner, responsible);
        return queues.correct(id, seen, settings, by).then(name -> {
            sql.keepAlone();
            var before = Written.of(sql.own().getOrDefault(id, Map.of()));
            sql.answer(id, own);
            var now = Written.of(sql.own().getOrDefault(id, Map.of()));
            book.write(Topic.OWNERSHIP, id.value(), name, before, now);
            return Outcome.done(name);
        });
    }

    /** @param told what the house does from now on; where nothing is said all stays */
    @Transactional
    public Outcome<Integer> correctHouse(Map<Cell, Boolean> told, Authority by) {
        if (!by.administrator()) return Outcome.refused("ownership.administer");
        sql.keepAlone();
        var before = Written.of(sql.house());
        sql.answer(told);
        book.write(Topic.OWNERSHIP, "house", "*", before, Written.of(sql.house()));
        return Outcome.done(told.size());
    }
}
