package sportello.mailkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.mime.Encryption;
import sportello.settings.Secrets;

/** The secret of a key is encrypted here, and nowhere else in the clear. */
@Component
class MailKeySql {
    private static final String KEPT = """
            select id, kind, addresses, fingerprint, until, used_at, valid, version
              from mail_key
            """;

    private final JdbcClient db;
    private final Secrets secrets;

    MailKeySql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** Those in use first, the longest valid before the others. */
    List<KeptMailKey> all() {
        return db.sql(KEPT + " order by valid desc, until desc nulls first, id")
                .query(MailKeySql::kept)
                .list();
    }

    Optional<KeptMailKey> find(String fingerprint) {
        return db.sql(KEPT + " where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(MailKeySql::kept)
                .optional();
    }

    Optional<KeptMailKey> find(long id) {
        return db.sql(KEPT + " where id = :id")
                .param("id", id)
                .query(MailKeySql::kept)
                .optional();
    }

    /**
     * Nothing if it is here already. Who vouches for it may be missing still; of OpenPGP it may be good for longer now, or have
     * more keys, and none less.
     */
    Optional<KeptMailKey> insert(BroughtKey key, Instant now) {
        var until = key.until();
        return db.sql("""
                        insert into mail_key (kind, addresses, fingerprint, numbers, certificate, chain, secret, until, added_at)
                        values (:kind, :addresses, :fingerprint, :numbers, :certificate, :chain, :secret, :until, :now)
                        on conflict (fingerprint) do update
                           set chain = excluded.chain, addresses = excluded.addresses, numbers = excluded.numbers,
                               certificate = excluded.certificate, secret = excluded.secret, until = excluded.until
                         where mail_key.kind = 'smime'
                           and cardinality(mail_key.chain) = 0
                           and cardinality(excluded.chain) > 0
                            or mail_key.kind = 'openpgp'
                           and excluded.numbers @> mail_key.numbers
                           and (coalesce(excluded.until, 'infinity') > coalesce(mail_key.until, 'infinity')
                                or cardinality(excluded.numbers) > cardinality(mail_key.numbers))
                        returning id, kind, addresses, fingerprint, until, used_at, valid, version
                        """)
                .param("kind", key.kind().key())
                .param("addresses", key.addresses().toArray(String[]::new))
                .param("fingerprint", key.fingerprint())
                .param("numbers", key.numbers().toArray(Long[]::new))
                .param("certificate", key.certificate())
                .param("chain", key.chain().toArray(byte[][]::new))
                .param("secret", secrets.encrypt(Base64.getEncoder().encodeToString(key.secret())))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .query(MailKeySql::kept)
                .optional();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, boolean valid) {
        return db.sql("""
                        update mail_key
                           set valid = :valid, version = version + 1
                         where id = :id
                           and version = :seen
                        """)
                        .param("id", id)
                        .param("seen", seen)
                        .param("valid", valid)
                        .update()
                == 1;
    }

    /** By the day: a key that opens many mails is not written for each of them. */
    void used(String fingerprint, Instant now) {
        db.sql("""
                update mail_key
                   set used_at = :now
                 where fingerprint = :fingerprint
                   and (used_at is null or used_at < :before)
                """)
                .param("fingerprint", fingerprint)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(Duration.ofDays(1))))
                .update();
    }

    byte[] certificate(long id) {
        return db.sql("select certificate from mail_key where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** What a mail is compared with. */
    record Lock(long id, String fingerprint, byte[] certificate, Set<Long> numbers) {}

    List<Lock> locks(Encryption.Kind kind) {
        return db.sql("""
                        select id, fingerprint, certificate, numbers
                          from mail_key
                         where kind = :kind
                           and valid
                         order by until desc nulls first, id
                        """)
                .param("kind", kind.key())
                .query((row, number) -> new Lock(
                        row.getLong("id"),
                        row.getString("fingerprint"),
                        row.getBytes("certificate"),
                        Set.copyOf(
                                Arrays.asList((Long[]) row.getArray("numbers").getArray()))))
                .list();
    }

    /** What is shown of a key that signs. */
    record Stamp(long id, byte[] certificate, List<byte[]> chain) {}

    /** Those in use that day which name the address, the longest valid first. */
    List<Stamp> stamps(Encryption.Kind kind, String address, Instant now) {
        return db.sql("""
                        select id, certificate, chain
                          from mail_key
                         where kind = :kind
                           and valid
                           and :address = any(addresses)
                           and (until is null or until > :now)
                         order by until desc nulls first, id desc
                        """)
                .param("kind", kind.key())
                .param("address", address)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Stamp(row.getLong("id"), row.getBytes("certificate"), List.of((byte[][])
                        row.getArray("chain").getArray())))
                .list();
    }

    byte[] secret(long id) {
        return Base64.getDecoder()
                .decode(secrets.decrypt(db.sql("select secret from mail_key where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single()));
    }

    private static KeptMailKey kept(ResultSet row, int number) throws SQLException {
        return new KeptMailKey(
                row.getLong("id"),
                kind(row),
                Arrays.asList((String[]) row.getArray("addresses").getArray()),
                row.getString("fingerprint"),
                Column.instant(row, "until"),
                Column.instant(row, "used_at"),
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    static Encryption.Kind kind(ResultSet row) throws SQLException {
        return Encryption.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }
}
