package sportello.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What administrators changed, append-only, each line chained to the one before. */
@Component
public class Book {
    private final BookSql sql;
    private final Clock clock;

    Book(BookSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes down what became of a thing, in the transaction of the change; nothing if nothing changed.
     *
     * @param thing by what its own module knows it
     * @param name as people call it
     * @param before null for a new thing
     * @param now null for one that is gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Topic topic, Object thing, String name, @Nullable Record before, @Nullable Record now) {
        var changes = Changes.between(before, now);
        if (!changes.isEmpty())
            sql.append(
                    clock.instant(), Hand.atWork(), topic, thing.toString(), name, Act.between(before, now), changes);
    }

    /**
     * Newest first.
     *
     * @param before the number of the line that was read last, null to begin
     */
    public List<Line> read(Sought sought, @Nullable Long before, int most) {
        return sql.read(sought, before == null ? Long.MAX_VALUE : before, most);
    }

    /** The names of all who have written, in their order. */
    public List<String> authors() {
        return sql.authors();
    }

    /**
     * The number of the first line that is not what was written: changed, missing or slipped in. Lines cut off the end
     * leave no trace here; they show against a copy of the last hash kept outside.
     */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken() {
        var chain = new Chain(1, null);
        sql.eachLink((link, hash) -> chain.pass(link.no(), link.said(), hash));
        return chain.firstBroken();
    }

    /** How the book ends: to be kept outside. */
    public Optional<End> end() {
        return sql.end();
    }

    /** The last line's number and hash. */
    public record End(long no, String hash) {}
}
