package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators announce what is done to the house, and may close it meanwhile to everybody else. */
@Component
public class KeepingMaintenance {
    private static final String THING = "house";

    private final MaintenanceSql sql;
    private final Book book;

    KeepingMaintenance(MaintenanceSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** What is announced, also for later; nothing if nothing is. */
    public Optional<Announcement> announced() {
        return sql.announced();
    }

    /** Instead of what was announced before. */
    @Transactional
    public Outcome<String> announce(Announcement typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("maintenance.administer");
        return typed.checked().then(announcement -> {
            var before = sql.announced().orElse(null);
            sql.announce(announcement);
            book.write(Topic.MAINTENANCE, THING, announcement.italian(), before, announcement);
            return Outcome.done(announcement.italian());
        });
    }

    /** Everything is as ever. */
    @Transactional
    public Outcome<Boolean> end(Authority by) {
        if (!by.administrator()) return Outcome.refused("maintenance.administer");
        var before = sql.announced();
        sql.end();
        before.ifPresent(known -> book.write(Topic.MAINTENANCE, THING, known.italian(), known, null));
        return Outcome.done(before.isPresent());
    }
}
