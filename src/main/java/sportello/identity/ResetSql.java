package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ResetSql {
    private static final String EMAIL = """
            (select coalesce(g.email, u.email, '')
               from account a
               left join agent g on g.id = a.agent_id
               left join customer_user u on u.id = a.customer_user_id
              where a.id = account_id)
            """;

    /** Unused, in its time, and the person still has the address to which it went. */
    private static final String OPEN = """
                 where token_hash = :hash
                   and used_at is null
                   and expires_at > :now
                   and email =
            """ + EMAIL;

    private final JdbcClient db;

    ResetSql(JdbcClient db) {
        this.db = db;
    }

    void insert(byte[] tokenHash, AccountId account, Instant now, Instant expiresAt) {
        db.sql("""
                insert into reset_token (token_hash, account_id, email, created_at, expires_at)
                select :hash, account_id, %s, :now, :expiresAt
                  from (select cast(:account as bigint) as account_id) person
                """.formatted(EMAIL))
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    Optional<AccountId> find(byte[] tokenHash, Instant now) {
        return db.sql("select account_id from reset_token " + OPEN)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** Of two who use it at once, only one gets true. */
    boolean use(byte[] tokenHash, Instant now) {
        return db.sql("update reset_token set used_at = :now " + OPEN)
                        .param("hash", tokenHash)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void deleteOpenOf(AccountId account) {
        db.sql("delete from reset_token where account_id = :account and used_at is null")
                .param("account", account.value())
                .update();
    }

    void deleteExpired(Instant now) {
        db.sql("delete from reset_token where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
