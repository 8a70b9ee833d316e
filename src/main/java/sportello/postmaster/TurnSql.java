package sportello.postmaster;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TurnSql {
    /** The first half of our locks, which nobody else takes. */
    private static final int MAILS = 7_261;

    private final JdbcClient db;

    TurnSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Makes all mails wait that bear one of the names, until the transaction ends; in one order, so that none waits for ever.
     * That it ends is not waited for until it is on the disk (ADR 17): if the database dies before that, the mails still wait
     * and are sorted once more, and nothing that came of it has left the house.
     */
    void take(Set<String> names) {
        db.sql("""
                select set_config('synchronous_commit', 'off', true), count(pg_advisory_xact_lock(:mails, ordered.key))
                  from (select distinct hashtext(name) as key from unnest(:names) as name order by key) ordered
                """)
                .param("mails", MAILS)
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> row.getLong("count"))
                .single();
    }
}
