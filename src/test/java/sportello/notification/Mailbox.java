package sportello.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketId;

/** The letters that a ticket's events led to, as they stand in the outbox. */
final class Mailbox {
    private final JdbcClient db;

    Mailbox(JdbcClient db) {
        this.db = db;
    }

    record Posted(
            String toName,
            String toAddress,
            String subject,
            String textBody,
            String htmlBody,
            String messageId,
            String inReplyTo,
            String referenceIds,
            boolean autoSubmitted) {}

    /** The one letter to the person about the event. */
    Posted to(String address, HistoryId line) {
        return db.sql("""
                select l.to_name, l.to_address, l.subject, l.text_body, l.html_body, l.message_id, l.in_reply_to,
                       l.reference_ids, l.auto_submitted
                  from letter l
                  join notification n on n.letter_id = l.id
                 where n.history_id = :line
                   and l.to_address = :address
                """)
                .param("line", line.value())
                .param("address", address)
                .query(Posted.class)
                .single();
    }

    /** The letter to the person by which the text itself went that the event is about. */
    Posted mailed(String address, HistoryId line) {
        return db.sql("""
                select l.to_name, l.to_address, l.subject, l.text_body, l.html_body, l.message_id, l.in_reply_to,
                       l.reference_ids, l.auto_submitted
                  from letter l
                  join article_recipient r on r.letter_id = l.id
                  join ticket_history h on (h.facts ->> 'article')::bigint = r.article_id
                 where h.id = :line
                   and l.to_address = :address
                """)
                .param("line", line.value())
                .param("address", address)
                .query(Posted.class)
                .single();
    }

    List<Posted> toTheCustomer(TicketId ticket) {
        return db.sql("""
                select l.to_name, l.to_address, l.subject, l.text_body, l.html_body, l.message_id, l.in_reply_to,
                       l.reference_ids, l.auto_submitted
                  from letter l
                  join notification n on n.letter_id = l.id
                 where n.ticket_id = :ticket
                   and n.customer_user_id is not null
                 order by n.id
                """).param("ticket", ticket.value()).query(Posted.class).list();
    }
}
