package sportello.identity;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PasskeySql {
    private final JdbcClient db;

    PasskeySql(JdbcClient db) {
        this.db = db;
    }

    List<Passkey> of(AccountId account) {
        return db.sql("select id, name, created_at, used_at from passkey where account_id = :account order by id")
                .param("account", account.value())
                .query(PasskeySql::passkey)
                .list();
    }

    /** Of two who make a passkey for the account at once, one waits for the other. */
    void keepAlone(AccountId account) {
        db.sql("select id from account where id = :account for update")
                .param("account", account.value())
                .query(Long.class)
                .optional();
    }

    /** What devices call the account's keys. */
    List<byte[]> credentialIds(AccountId account) {
        return db.sql("select credential_id from passkey where account_id = :account order by id")
                .param("account", account.value())
                .query((row, number) -> row.getBytes("credential_id"))
                .list();
    }

    byte[] handle(AccountId account) {
        var handle = db.sql("select handle from account where id = :account")
                .param("account", account.value())
                .query(UUID.class)
                .single();
        return bytes(handle);
    }

    Optional<AccountId> owner(byte[] credentialId) {
        return db.sql("select account_id from passkey where credential_id = :credentialId")
                .param("credentialId", credentialId)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** Nobody else takes it up meanwhile, lest its count be overtaken. */
    Optional<KeptPasskey> forUpdate(byte[] credentialId) {
        return db.sql("""
                select p.id, p.account_id, p.name, p.credential, p.sign_count, p.syncable, a.handle
                  from passkey p
                  join account a on a.id = p.account_id
                 where p.credential_id = :credentialId
                   for update of p
                """)
                .param("credentialId", credentialId)
                .query(PasskeySql::kept)
                .optional();
    }

    /** False if some account has it already. */
    boolean insert(AccountId account, String name, RelyingParty.Made made, Instant now) {
        return db.sql("""
                insert into passkey (account_id, name, credential_id, credential, sign_count, syncable, created_at)
                values (:account, :name, :credentialId, :credential, :signCount, :syncable, :now)
                on conflict do nothing
                """)
                        .param("account", account.value())
                        .param("name", name)
                        .param("credentialId", made.credentialId())
                        .param("credential", made.credential())
                        .param("signCount", made.signCount())
                        .param("syncable", made.syncable())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void used(long id, long signCount, Instant now) {
        db.sql("update passkey set sign_count = :signCount, used_at = :now where id = :id")
                .param("id", id)
                .param("signCount", signCount)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean rename(AccountId account, long id, String name) {
        return db.sql("update passkey set name = :name where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean delete(AccountId account, long id) {
        return db.sql("delete from passkey where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Passkey(
                row.getLong("id"),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    private static KeptPasskey kept(ResultSet row, int number) throws SQLException {
        return new KeptPasskey(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getBytes("credential"),
                row.getLong("sign_count"),
                row.getBoolean("syncable"),
                bytes(row.getObject("handle", UUID.class)));
    }

    private static byte[] bytes(UUID handle) {
        return ByteBuffer.allocate(16)
                .putLong(handle.getMostSignificantBits())
                .putLong(handle.getLeastSignificantBits())
                .array();
    }
}
