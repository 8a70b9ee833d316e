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
     * The transaction's commit is not waited for until it is on the disk (ADR 17): if the database dies before that, the mails
     * still wait and are sorted once more, and nothing that came of it has left the house.
     */
    void withoutTheDisk() {
        db.sql("set local synchronous_commit = off").update();
    }

    /** Makes all mails wait that bear one of the names, until the transaction ends; in one order, so that none waits for ever. */
    void take(Set<String> names) {
        if (names.isEmpty()) return;
        db.sql("""
                select count(pg_advisory_xact_lock(:mails, ordered.key))
                  from (select distinct hashtext(name) as key from unnest(:names) as name order by key) ordered
                """)
                .param("mails", MAILS)
                .param("names", names.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
