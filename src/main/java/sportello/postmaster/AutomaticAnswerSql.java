package sportello.postmaster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.mail.MessageId;
import sportello.mail.Recipient;
import sportello.queue.QueueId;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

@Component
class AutomaticAnswerSql {
    private final JdbcClient db;

    AutomaticAnswerSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Somebody whom the house does not know, and whose mail has opened a ticket.
     *
     * @param mail null if it has no name
     */
    record Stranger(
            TicketId ticket,
            TicketNumber number,
            QueueId queue,
            Recipient address,
            @Nullable MessageId mail) {}

    /** Who asked for the ticket, if that is such a person and may be written to: by the mail that opened it. */
    Optional<Stranger> strangerOf(TicketId ticket) {
        return db.sql("""
                select t.id, t.number, t.queue_id, a.sender_name, a.sender_address, a.message_id
                  from ticket t
                  join article a on a.ticket_id = t.id and a.no = 1
                  join sorted_mail s on s.article_id = a.id
                 where t.id = :ticket
                   and t.customer_user_id is null
                   and s.answer in ('goes', 'switched_off', 'answered_today')
                 limit 1
                """)
                .param("ticket", ticket.value())
                .query(AutomaticAnswerSql::stranger)
                .optional()
                .flatMap(Function.identity());
    }

    private static Optional<Stranger> stranger(ResultSet row, int number) throws SQLException {
        var name = row.getString("message_id");
        var ticket = new TicketId(row.getLong("id"));
        var ticketNumber = new TicketNumber(row.getString("number"));
        var queue = new QueueId(row.getLong("queue_id"));
        return Recipient.of(row.getString("sender_name"), row.getString("sender_address"))
                .map(address -> new Stranger(
                        ticket, ticketNumber, queue, address, MessageId.of(name).orElse(null)));
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
