package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HalfEntrySql {
    private final JdbcClient db;

    HalfEntrySql(JdbcClient db) {
        this.db = db;
    }

    void insert(byte[] tokenHash, AccountId account, @Nullable Instant provenAt, Instant expiresAt) {
        db.sql("""
                insert into half_entry (token_hash, account_id, proven_at, expires_at)
                values (:hash, :account, cast(:provenAt as timestamptz), :expiresAt)
                """)
                .param("provenAt", provenAt == null ? null : Timestamp.from(provenAt))
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

    /** When the password was given; empty for somebody who has given none here. */
    Optional<Instant> provenAt(byte[] tokenHash) {
        return db.sql("select proven_at from half_entry where token_hash = :hash and proven_at is not null")
                .param("hash", tokenHash)
                .query((row, number) -> row.getTimestamp("proven_at").toInstant())
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
