package sportello.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts here now, by a session or by a program. */
@Component
class ActingSql {
    private final JdbcClient db;

    ActingSql(JdbcClient db) {
        this.db = db;
    }

    record Acting(AccountId account, String login, String name) {}

    /** Those of them whose password a directory knows. */
    List<Acting> fromDirectory() {
        return db.sql("""
                select a.id, g.login, g.first_name || ' ' || g.last_name as name
                  from ldap_agent l
                  join agent g on g.id = l.agent_id and g.valid
                  join account a on a.agent_id = g.id
                 where exists (select 1 from login_session s where s.account_id = a.id)
                    or exists (select 1 from api_token t where t.account_id = a.id)
                 order by a.id
                """)
                .query((row, number) ->
                        new Acting(new AccountId(row.getLong("id")), row.getString("login"), row.getString("name")))
                .list();
    }
}
