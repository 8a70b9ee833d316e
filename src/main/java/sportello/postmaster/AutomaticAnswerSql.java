package sportello.postmaster;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.queue.QueueId;

@Component
class AutomaticAnswerSql {
    private final JdbcClient db;

    AutomaticAnswerSql(JdbcClient db) {
        this.db = db;
    }

    /** What is answered, with places to be filled. */
    record Text(String subject, String body) {}

    /** The queue's own, or the one for all; if it is switched off there is none. */
    Optional<Text> text(String kind, QueueId queue, Language language) {
        return db.sql("""
                select subject, body
                  from (select subject, body, valid
                          from automatic_answer
                         where kind = :kind
                           and language = :language
                           and coalesce(queue_id, :queue) = :queue
                         order by queue_id nulls last
                         limit 1) nearest
                 where valid
                """)
                .param("kind", kind)
                .param("language", language.code())
                .param("queue", queue.value())
                .query((row, number) -> new Text(row.getString("subject"), row.getString("body")))
                .optional();
    }

    boolean wasAnswered(String address, LocalDate today) {
        return db.sql("select exists (select 1 from automatic_answer_sent where address = :address and day = :day)")
                .param("address", address.toLowerCase(Locale.ROOT))
                .param("day", today)
                .query(Boolean.class)
                .single();
    }

    /** Counts one more mail of the address; of those who ask at once, one is the first. */
    boolean isFirstToday(String address, LocalDate today) {
        return db.sql("""
                insert into automatic_answer_sent (address, day, number)
                values (:address, :day, 1)
                    on conflict (address, day) do update set number = automatic_answer_sent.number + 1
                returning number
                """)
                        .param("address", address.toLowerCase(Locale.ROOT))
                        .param("day", today)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
