package sportello.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BounceSql {
    private final JdbcClient db;

    BounceSql(JdbcClient db) {
        this.db = db;
    }

    void mark(String address, String words, Instant now) {
        db.sql("""
                insert into bounced_address (address, words, at)
                values (:address, :words, :now)
                on conflict (address) do update set words = excluded.words, at = excluded.at
                """)
                .param("address", address.toLowerCase(Locale.ROOT))
                .param("words", words)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Bounce> of(String address) {
        return db.sql("select words, at from bounced_address where address = :address")
                .param("address", address.toLowerCase(Locale.ROOT))
                .query((row, number) -> new Bounce(
                        row.getString("words"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void unmark(String address) {
        db.sql("delete from bounced_address where address = :address")
                .param("address", address.toLowerCase(Locale.ROOT))
                .update();
    }
}
