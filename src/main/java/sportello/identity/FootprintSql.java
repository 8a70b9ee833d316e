package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;

@Component
class FootprintSql {
    private final JdbcClient db;

    FootprintSql(JdbcClient db) {
        this.db = db;
    }

    String theme(CustomerUserId id) {
        return db.sql("select theme from customer_user where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    Optional<Instant> codesSince(CustomerUserId id) {
        return db.sql("""
                select f.since
                  from factor f
                  join account a on a.id = f.account_id
                 where a.customer_user_id = :id
                """)
                .param("id", id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Last seen first. */
    List<Footprint.Visit> visits(CustomerUserId id) {
        return db.sql("""
                select s.created_at, s.seen_at, s.address, s.user_agent
                  from login_session s
                  join account a on a.id = s.account_id
                 where a.customer_user_id = :id
                 order by s.seen_at desc, s.id desc
                """)
                .param("id", id.value())
                .query((row, number) -> new Footprint.Visit(
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getString("address"),
                        row.getString("user_agent")))
                .list();
    }

    List<String> providers(CustomerUserId id) {
        return db.sql("""
                select s.issuer
                  from oidc_subject s
                  join account a on a.id = s.account_id
                 where a.customer_user_id = :id
                 order by s.issuer
                """)
                .param("id", id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Sessions, keys, codes, tokens and links go with the account. */
    void forget(CustomerUserId id) {
        for (var table : new String[] {"account", "portal_link", "portal_invitation"})
            db.sql("delete from " + table + " where customer_user_id = :id")
                    .param("id", id.value())
                    .update();
    }
}
