package sportello.mailkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mailkey.SealedSender.Manner;

@Component
class SealedSenderSql {
    private final JdbcClient db;

    SealedSenderSql(JdbcClient db) {
        this.db = db;
    }

    /** The addresses of the keys in use, and those that were decided on. */
    List<SealedSender> all() {
        return db.sql("""
                select coalesce(s.address, k.address) as address, coalesce(s.manner, 'never') as manner,
                       coalesce(s.automatic, false) as automatic, coalesce(s.version, 0) as version
                  from sealed_sender s
                  full join (select distinct unnest(addresses) as address from mail_key where valid) k
                       on k.address = s.address
                 order by 1
                """).query(SealedSenderSql::sender).list();
    }

    Optional<SealedSender> find(String address) {
        return db.sql("select address, manner, automatic, version from sealed_sender where address = :address")
                .param("address", address)
                .query(SealedSenderSql::sender)
                .optional();
    }

    boolean isAny() {
        return db.sql("select exists (select 1 from sealed_sender where manner <> 'never')")
                .query(Boolean.class)
                .single();
    }

    /** False if it was changed since. */
    boolean save(SealedSender sender) {
        return db.sql("""
                        insert into sealed_sender (address, manner, automatic, version)
                        select :address, :manner, :automatic, 1 where :seen = 0
                            or exists (select 1 from sealed_sender where address = :address)
                            on conflict (address) do update
                           set manner = excluded.manner, automatic = excluded.automatic, version = sealed_sender.version + 1
                         where sealed_sender.version = :seen
                        """)
                        .param("address", sender.address())
                        .param("manner", sender.manner().key())
                        .param("automatic", sender.automatic())
                        .param("seen", sender.version())
                        .update()
                == 1;
    }

    private static SealedSender sender(ResultSet row, int number) throws SQLException {
        return new SealedSender(
                row.getString("address"),
                Manner.valueOf(row.getString("manner").toUpperCase(Locale.ROOT)),
                row.getBoolean("automatic"),
                row.getInt("version"));
    }
}
