package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApiTokenSql {
    private final JdbcClient db;

    ApiTokenSql(JdbcClient db) {
        this.db = db;
    }

    List<ApiToken> of(AccountId account) {
        return db.sql("""
                select id, name, writes, created_at, expires_at, used_at
                  from api_token
                 where account_id = :account
                 order by id
                """)
                .param("account", account.value())
                .query(ApiTokenSql::token)
                .list();
    }

    void insert(AccountId account, String name, byte[] hash, boolean writes, Instant now, Instant expiresAt) {
        db.sql("""
                insert into api_token (account_id, name, token_hash, writes, created_at, expires_at)
                values (:account, :name, :hash, :writes, :now, :expiresAt)
                """)
                .param("account", account.value())
                .param("name", name)
                .param("hash", hash)
                .param("writes", writes)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** Whose it is, if that was the first time. */
    Optional<Long> used(byte[] hash, Instant now) {
        return db.sql("""
                with used as (
                    update api_token set used_at = :now where token_hash = :hash
                    returning account_id, old.used_at as before)
                select account_id from used where before is null
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    boolean delete(AccountId account, long id) {
        return db.sql("delete from api_token where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void deleteAllOf(AccountId account) {
        db.sql("delete from api_token where account_id = :account")
                .param("account", account.value())
                .update();
    }

    void deleteExpired(Instant now) {
        db.sql("delete from api_token where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("writes"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
