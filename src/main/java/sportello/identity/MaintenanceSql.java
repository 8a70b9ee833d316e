package sportello.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MaintenanceSql {
    private final JdbcClient db;

    MaintenanceSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Announcement> announced() {
        return db.sql("select text_it, text_en, since, until, closed from maintenance")
                .query(MaintenanceSql::announcement)
                .optional();
    }

    void announce(Announcement announcement) {
        var until = announcement.until();
        db.sql("""
                insert into maintenance (text_it, text_en, since, until, closed)
                values (:italian, :english, :since, :until, :closed)
                    on conflict (id) do update
                   set text_it = excluded.text_it, text_en = excluded.text_en, since = excluded.since,
                       until = excluded.until, closed = excluded.closed
                """)
                .param("italian", announcement.italian())
                .param("english", announcement.english())
                .param("since", moment(announcement.since()))
                .param("until", until == null ? null : moment(until))
                .param("closed", announcement.closed())
                .update();
    }

    void end() {
        db.sql("delete from maintenance").update();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Announcement announcement(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        return new Announcement(
                row.getString("text_it"),
                row.getString("text_en"),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant(),
                row.getBoolean("closed"));
    }
}
