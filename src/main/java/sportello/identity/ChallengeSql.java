package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What devices are to sign: rows, because the answer may come to another node. */
@Component
class ChallengeSql {
    private final JdbcClient db;

    ChallengeSql(JdbcClient db) {
        this.db = db;
    }

    /** To make a passkey of this name. */
    void insert(Secret challenge, AccountId account, String name, Instant expiresAt) {
        db.sql("""
                insert into passkey_challenge (challenge_hash, account_id, name, expires_at)
                values (:hash, :account, :name, :expiresAt)
                """)
                .param("hash", challenge.hash())
                .param("account", account.value())
                .param("name", name)
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** To show any passkey. */
    void insert(Secret challenge, Instant expiresAt) {
        db.sql("insert into passkey_challenge (challenge_hash, expires_at) values (:hash, :expiresAt)")
                .param("hash", challenge.hash())
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** The name of the passkey that the account is to make; it is over thereby. */
    Optional<String> take(Secret challenge, AccountId account, Instant now) {
        return db.sql("""
                delete from passkey_challenge
                 where challenge_hash = :hash
                   and account_id = :account
                   and expires_at > :now
                returning name
                """)
                .param("hash", challenge.hash())
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Whether a passkey was to be shown; it is over thereby. */
    boolean take(Secret challenge, Instant now) {
        return db.sql("""
                delete from passkey_challenge
                 where challenge_hash = :hash
                   and account_id is null
                   and expires_at > :now
                """)
                        .param("hash", challenge.hash())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void deleteExpired(Instant now) {
        db.sql("delete from passkey_challenge where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
