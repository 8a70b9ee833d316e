package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The living sessions as administrators see them. */
@Component
class KeptSessionSql {
    private static final String LIVING = """
            select s.id, s.account_id, s.created_at, s.seen_at, s.address, s.user_agent, g.id is not null as agent,
                   coalesce(g.first_name || ' ' || g.last_name, u.first_name || ' ' || u.last_name) as name,
                   s.token_hash = :own as own
              from login_session s
              join access_rule r on s.seen_at > cast(:now as timestamptz) - make_interval(mins => r.idle_minutes)
              join account a on a.id = s.account_id
              left join agent g on g.id = a.agent_id and g.valid
              left join customer_user u on u.id = a.customer_user_id and u.valid
             where s.expires_at > :now
               and num_nonnulls(g.id, u.id) = 1
            """;

    private final JdbcClient db;

    KeptSessionSql(JdbcClient db) {
        this.db = db;
    }

    List<OpenSession> living(String sought, byte[] own, Instant now, int most) {
        return living(LIVING + """
                   and position(folded(:sought)
                                in folded(coalesce(g.first_name || ' ' || g.last_name,
                                                   u.first_name || ' ' || u.last_name) || ' ' || s.address)) > 0
                 order by s.seen_at desc, s.id desc
                 limit :most
                """, own, now)
                .param("sought", sought)
                .param("most", most)
                .query(KeptSessionSql::session)
                .list();
    }

    /** One, or all of one account. */
    List<OpenSession> living(long id, boolean all, byte[] own, Instant now) {
        return living(LIVING + (all ? " and s.account_id = :id" : " and s.id = :id") + " order by s.id", own, now)
                .param("id", id)
                .query(KeptSessionSql::session)
                .list();
    }

    private JdbcClient.StatementSpec living(String query, byte[] own, Instant now) {
        return db.sql(query).param("own", own).param("now", Timestamp.from(now));
    }

    void delete(long id) {
        db.sql("delete from login_session where id = :id").param("id", id).update();
    }

    private static OpenSession session(ResultSet row, int number) throws SQLException {
        return new OpenSession(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("name"),
                row.getBoolean("agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"),
                row.getBoolean("own"));
    }
}
