package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Language;
import sportello.customer.CustomerUserId;

@Component
class AccountSql {
    private final JdbcClient db;

    AccountSql(JdbcClient db) {
        this.db = db;
    }

    boolean isEmpty() {
        return db.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    /** Log-in names go before addresses, agents before customer users, and nobody stands behind one who has left. */
    Optional<AccountId> called(String name) {
        return db.sql("""
                select a.id
                  from (select 1 as rank, valid, id as agent_id, null::bigint as customer_user_id
                          from agent where lower(login) = lower(:name)
                        union all
                        select 2, valid, null, id from customer_user where lower(login) = lower(:name)
                        union all
                        select 3, valid, id, null from agent where lower(email) = lower(:name)
                        union all
                        select 4, valid, null, id from customer_user where lower(email) = lower(:name)) person
                  join account a on a.agent_id = person.agent_id or a.customer_user_id = person.customer_user_id
                 order by person.valid desc, person.rank
                 limit 1
                """)
                .param("name", name)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .optional();
    }

    Optional<AccountId> of(AgentId id) {
        return db.sql("select id from account where agent_id = :id")
                .param("id", id.value())
                .query((row, number) -> new AccountId(row.getLong("id")))
                .optional();
    }

    Optional<AccountId> of(CustomerUserId id) {
        return db.sql("select id from account where customer_user_id = :id")
                .param("id", id.value())
                .query((row, number) -> new AccountId(row.getLong("id")))
                .optional();
    }

    /** Whose account it is, if that is an agent. */
    Optional<AgentId> agent(AccountId id) {
        return db.sql("select agent_id from account where id = :id and agent_id is not null")
                .param("id", id.value())
                .query((row, number) -> new AgentId(row.getLong("agent_id")))
                .optional();
    }

    Optional<Account> find(AccountId id) {
        return db.sql("""
                select a.id,
                       coalesce(g.valid, u.valid) as valid,
                       a.password_hash,
                       coalesce(g.login, u.login) as login,
                       coalesce(g.first_name, u.first_name) as first_name,
                       coalesce(g.last_name, u.last_name) as last_name,
                       coalesce(g.email, u.email) as email,
                       coalesce(g.language, u.language) as language
                  from account a
                  left join agent g on g.id = a.agent_id
                  left join customer_user u on u.id = a.customer_user_id
                 where a.id = :id
                """).param("id", id.value()).query(AccountSql::account).optional();
    }

    void open(AgentId id, String passwordHash, Instant now) {
        db.sql("""
                insert into account (agent_id, password_hash, changed_at, opened_at)
                values (:id, :hash, :now, :now)
                """)
                .param("id", id.value())
                .param("hash", passwordHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    void open(CustomerUserId id, String passwordHash, Instant now) {
        db.sql("""
                insert into account (customer_user_id, password_hash, changed_at, opened_at)
                values (:id, :hash, :now, :now)
                """)
                .param("id", id.value())
                .param("hash", passwordHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    void setPassword(AccountId id, String passwordHash, Instant now) {
        db.sql("""
                update account
                   set password_hash = :hash, changed_at = :now
                 where id = :id
                """)
                .param("id", id.value())
                .param("hash", passwordHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Another hash of the same password; not over one that was set meanwhile. */
    void rehash(AccountId id, String before, String now) {
        db.sql("update account set password_hash = :now where id = :id and password_hash = :before")
                .param("id", id.value())
                .param("before", before)
                .param("now", now)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                row.getBoolean("valid"),
                row.getString("password_hash"),
                row.getString("login"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                Language.of(row.getString("language")));
    }
}
