package sportello.ticket;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TicketNumberSql {
    private static final String COUNT = """
            insert into ticket_number_counter as c (day, last)
            values (:day, :count)
            on conflict (day) do update set last = c.last + :count
            returning last
            """;

    private final JdbcClient db;

    TicketNumberSql(JdbcClient db) {
        this.db = db;
    }

    /** Counts from 1 each day. */
    long next(LocalDate day) {
        return db.sql(COUNT)
                .param("day", day)
                .param("count", 1)
                .query(Long.class)
                .single();
    }

    /**
     * The last of so many numbers, by a statement that is a transaction of its own, and ends without waiting for the disk. No
     * number is given twice for that: the ticket that bears it is written later to the same log, and is never there without it.
     */
    long nextUnawaited(LocalDate day, int count) {
        return db.sql(COUNT + ", set_config('synchronous_commit', 'off', true)")
                .param("day", day)
                .param("count", count)
                .query((row, number) -> row.getLong("last"))
                .single();
    }
}
