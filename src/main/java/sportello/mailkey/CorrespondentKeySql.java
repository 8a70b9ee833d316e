package sportello.mailkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.mime.Encryption;
import sportello.mime.KnownPgpKey;

@Component
class CorrespondentKeySql {
    private static final String KEPT = """
            select id, kind, address, name, fingerprint, until, learned, added_at, valid, version
              from correspondent_key
            """;

    private final JdbcClient db;

    CorrespondentKeySql(JdbcClient db) {
        this.db = db;
    }

    /** Those whose address, name or fingerprint has the words in it, by their addresses. */
    List<KeptCorrespondentKey> find(String words, int most) {
        return db.sql(KEPT + """
                 where address ilike :words
                    or name ilike :words
                    or fingerprint ilike replace(:words, ' ', '')
                 order by address, valid desc, added_at desc, id desc
                 limit :most
                """)
                .param("words", "%" + literally(words) + "%")
                .param("most", most)
                .query(CorrespondentKeySql::kept)
                .list();
    }

    Optional<KeptCorrespondentKey> find(long id) {
        return db.sql(KEPT + " where id = :id")
                .param("id", id)
                .query(CorrespondentKeySql::kept)
                .optional();
    }

    Optional<KeptCorrespondentKey> find(String address, String fingerprint) {
        return db.sql(KEPT + " where address = :address and fingerprint = :fingerprint")
                .param("address", address)
                .param("fingerprint", fingerprint)
                .query(CorrespondentKeySql::kept)
                .optional();
    }

    byte[] certificate(long id) {
        return db.sql("select certificate from correspondent_key where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** The same key as its owner describes it now; nothing if it was changed since. */
    Optional<KeptCorrespondentKey> renew(KeptCorrespondentKey seen, GivenKey now) {
        var until = now.until();
        return db.sql("""
                        update correspondent_key
                           set name = :name, numbers = :numbers, certificate = :certificate, until = :until, version = version + 1
                         where id = :id
                           and version = :seen
                        returning id, kind, address, name, fingerprint, until, learned, added_at, valid, version
                        """)
                .param("name", now.name())
                .param("numbers", now.numbers().toArray(Long[]::new))
                .param("certificate", now.certificate())
                .param("until", until == null ? null : Timestamp.from(until))
                .param("id", seen.id())
                .param("seen", seen.version())
                .query(CorrespondentKeySql::kept)
                .optional();
    }

    List<KeptCorrespondentKey> of(Collection<String> addresses) {
        return db.sql(KEPT + " where address = any(:addresses) order by address, id")
                .param("addresses", addresses.toArray(String[]::new))
                .query(CorrespondentKeySql::kept)
                .list();
    }

    /** Nothing if it is here already. */
    Optional<KeptCorrespondentKey> insert(GivenKey key, String address, boolean learned, Instant now) {
        var until = key.until();
        return db.sql("""
                        insert into correspondent_key (kind, address, name, fingerprint, numbers, certificate, since, until,
                                                       authenticated, learned, added_at)
                        values (:kind, :address, :name, :fingerprint, :numbers, :certificate, :since, :until, :authenticated,
                                :learned, :now)
                        on conflict do nothing
                        returning id, kind, address, name, fingerprint, until, learned, added_at, valid, version
                        """)
                .param("kind", key.kind().key())
                .param("address", address)
                .param("name", key.name())
                .param("fingerprint", key.fingerprint())
                .param("numbers", key.numbers().toArray(Long[]::new))
                .param("certificate", key.certificate())
                .param("since", Timestamp.from(key.since()))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("authenticated", key.authenticated())
                .param("learned", learned)
                .param("now", Timestamp.from(now))
                .query(CorrespondentKeySql::kept)
                .optional();
    }

    /** Whether there is a key of the address, in use or not. */
    boolean isKnown(String address) {
        return db.sql("select exists (select 1 from correspondent_key where address = :address)")
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** Of how many addresses something was learned, altogether and of one domain. */
    record Learned(int all, int ofDomain) {}

    /** A domain counts with all that lies below it: names there cost nothing. */
    Learned learned(String address, Instant since) {
        return db.sql("""
                        select count(distinct address) as all_of_them,
                               count(distinct address) filter (
                                   where substring(address from '[^.@]+[.][^.@]+$') = substring(:address from '[^.@]+[.][^.@]+$')
                               ) as of_domain
                          from correspondent_key
                         where learned
                           and added_at > :since
                        """)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Learned(row.getInt("all_of_them"), row.getInt("of_domain")))
                .single();
    }

    /** Of what was learned of the address only so many stay, the latest; what was put out of use or brought is not touched. */
    void cut(String address, int most) {
        db.sql("""
                delete from correspondent_key
                 where id in (select id
                                from correspondent_key
                               where address = :address
                                 and learned
                                 and valid
                               order by added_at desc, id desc
                              offset :most)
                """).param("address", address).param("most", most).update();
    }

    /** What its owner's program reads now. */
    void read(String address, String fingerprint, boolean authenticated) {
        db.sql("""
                update correspondent_key
                   set authenticated = :authenticated
                 where address = :address
                   and fingerprint = :fingerprint
                   and authenticated <> :authenticated
                """)
                .param("address", address)
                .param("fingerprint", fingerprint)
                .param("authenticated", authenticated)
                .update();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, boolean valid) {
        return db.sql("""
                        update correspondent_key
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

    /** A key by which to write to somebody. */
    record Known(String address, Encryption.Kind kind, byte[] certificate, boolean authenticated) {

        /** OpenPGP says more than when it ends. */
        boolean isUsable(Instant now) {
            return switch (kind) {
                case SMIME -> true;
                case OPENPGP ->
                    PgpPublicKey.encrypting(PgpPublicKey.certificate(certificate), now)
                            .isPresent();
            };
        }
    }

    /** Those in use that day: those that somebody brought before those learned from mails, and of each the latest first. */
    List<Known> known(Collection<String> addresses, Instant now) {
        return db.sql("""
                        select address, kind, certificate, authenticated
                          from correspondent_key
                         where address = any(:addresses)
                           and valid
                           and since <= :now
                           and (until is null or until > :now)
                         order by learned, added_at desc, id desc
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Known(
                        row.getString("address"),
                        MailKeySql.kind(row),
                        row.getBytes("certificate"),
                        row.getBoolean("authenticated")))
                .list();
    }

    List<KnownPgpKey> signing(long number) {
        return db.sql("""
                        select address, name, certificate
                          from correspondent_key
                         where kind = 'openpgp'
                           and valid
                           and numbers @> array[:number]
                         order by address, id
                        """)
                .param("number", number)
                .query((row, no) -> new KnownPgpKey(
                        row.getString("address"),
                        row.getString("name"),
                        PgpPublicKey.certificate(row.getBytes("certificate")).getPGPPublicKeyRing()))
                .list();
    }

    void forget(Collection<String> addresses) {
        db.sql("delete from correspondent_key where address = any(:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static KeptCorrespondentKey kept(ResultSet row, int number) throws SQLException {
        return new KeptCorrespondentKey(
                row.getLong("id"),
                MailKeySql.kind(row),
                row.getString("address"),
                row.getString("name"),
                row.getString("fingerprint"),
                Column.instant(row, "until"),
                row.getBoolean("learned"),
                Objects.requireNonNull(Column.instant(row, "added_at")),
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
