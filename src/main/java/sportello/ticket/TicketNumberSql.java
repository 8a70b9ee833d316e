package sportello.ticket;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TicketNumberSql {
    private final JdbcClient db;

    TicketNumberSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * The transaction ends without waiting for the disk. No number is given twice for that: the ticket that bears it is
     * written later to the same log, and waits for all of it.
     */
    void commitUnawaited() {
        db.sql("set local synchronous_commit = off").update();
    }

    /** Counts from 1 each day. */
    long next(LocalDate day) {
        return db.sql("""
                insert into ticket_number_counter as c (day, last)
                values (:day, 1)
                on conflict (day) do update set last = c.last + 1
                returning last
                """).param("day", day).query(Long.class).single();
    }
}
