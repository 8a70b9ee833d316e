package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ThrottleSql {
    private final JdbcClient db;

    ThrottleSql(JdbcClient db) {
        this.db = db;
    }

    /** Makes all others wait who count the same, until the transaction ends; in one order, so that nobody waits for ever. */
    void lock(Collection<String> keys) {
        db.sql("""
                select count(pg_advisory_xact_lock(hashtextextended(ordered.key, 0)))
                  from (select key from unnest(:keys) as key order by key) ordered
                """).param("keys", keys.toArray(String[]::new)).query(Long.class).single();
    }

    Map<String, List<Instant>> hits(Collection<String> keys, Instant since) {
        Map<String, List<Instant>> hits = new HashMap<>();
        db.sql("""
                select key, hit_at
                  from throttle
                 where key = any(:keys)
                   and hit_at > :since
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(row -> {
                    hits.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                            .add(row.getTimestamp("hit_at").toInstant());
                });
        return hits;
    }

    /** Two tries within one tick of the clock are still two. */
    void hit(Collection<String> keys, Instant now) {
        db.sql("""
                insert into throttle (key, hit_at)
                select k.key,
                       greatest(:now, (select max(t.hit_at) + interval '1 microsecond' from throttle t where t.key = k.key))
                  from unnest(:keys) as k (key)
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(String key) {
        db.sql("delete from throttle where key = :key").param("key", key).update();
    }

    void forgetBefore(Instant then) {
        db.sql("delete from throttle where hit_at < :then")
                .param("then", Timestamp.from(then))
                .update();
    }
}
