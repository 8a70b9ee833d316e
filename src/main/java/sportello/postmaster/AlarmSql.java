package sportello.postmaster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AlarmSql {
    private final JdbcClient db;

    AlarmSql(JdbcClient db) {
        this.db = db;
    }

    /** Whether nobody was told of this kind for so long; of those who ask at once, one is the first. */
    boolean isFirst(String kind, Instant now, Duration quiet) {
        return db.sql("""
                insert into alarm_sent (kind, at)
                values (:kind, :now)
                    on conflict (kind) do update set at = excluded.at where alarm_sent.at <= :before
                """)
                        .param("kind", kind)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("before", now.minus(quiet).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
