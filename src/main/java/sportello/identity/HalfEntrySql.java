package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HalfEntrySql {
    private final JdbcClient db;

    HalfEntrySql(JdbcClient db) {
        this.db = db;
    }

    void insert(byte[] tokenHash, AccountId account, Instant expiresAt) {
        db.sql("insert into half_entry (token_hash, account_id, expires_at) values (:hash, :account, :expiresAt)")
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    Optional<AccountId> find(byte[] tokenHash, Instant now) {
        return db.sql("select account_id from half_entry where token_hash = :hash and expires_at > :now")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    void deleteAllOf(AccountId account) {
        db.sql("delete from half_entry where account_id = :account")
                .param("account", account.value())
                .update();
    }

    void deleteExpired(Instant now) {
        db.sql("delete from half_entry where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
