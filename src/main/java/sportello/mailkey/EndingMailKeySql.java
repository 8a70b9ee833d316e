package sportello.mailkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;

@Component
class EndingMailKeySql {
    private final JdbcClient db;

    EndingMailKeySql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keys in use that end before then, for the addresses of which no other of the kind lasts longer. One that ended long ago
     * is missed only where its address is to sign.
     */
    List<EndingMailKey> all(Instant before, Instant longAgo) {
        return db.sql("""
                        select k.id, k.kind, k.fingerprint, k.until, alone.addresses
                          from mail_key k
                         cross join lateral (
                               select array_agg(a order by a) filter (where not exists (
                                          select 1
                                            from mail_key other
                                           where other.valid
                                             and other.kind = k.kind
                                             and a = any(other.addresses)
                                             and (coalesce(other.until, 'infinity'), other.id) > (k.until, k.id))) as addresses
                                 from unnest(k.addresses) a) alone
                         where k.valid
                           and k.until <= :before
                           and (alone.addresses is not null or cardinality(k.addresses) = 0)
                           and (k.until > :longAgo
                                or exists (select 1
                                             from sealed_sender s
                                            where s.address = any(alone.addresses)
                                              and s.manner <> 'never'))
                         order by k.until, k.id
                        """)
                .param("before", Timestamp.from(before))
                .param("longAgo", Timestamp.from(longAgo))
                .query(EndingMailKeySql::ending)
                .list();
    }

    /** Whether nobody was told that it has come so far. */
    boolean isFirst(long id, int step) {
        return db.sql("update mail_key set told = :step where id = :id and (told is null or told > :step)")
                        .param("id", id)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Of all others there is nothing to tell any more. */
    void forgetAllBut(List<Long> ids) {
        db.sql("update mail_key set told = null where told is not null and not id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static EndingMailKey ending(ResultSet row, int number) throws SQLException {
        var addresses = row.getArray("addresses");
        return new EndingMailKey(
                row.getLong("id"),
                MailKeySql.kind(row),
                addresses == null ? List.of() : Arrays.asList((String[]) addresses.getArray()),
                row.getString("fingerprint"),
                Objects.requireNonNull(Column.instant(row, "until")));
    }
}
