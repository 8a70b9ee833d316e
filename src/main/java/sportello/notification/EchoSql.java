package sportello.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.ticket.ArticleId;
import sportello.ticket.TicketId;

@Component
class EchoSql {
    private final JdbcClient db;

    EchoSql(JdbcClient db) {
        this.db = db;
    }

    /** The addresses that the mail of this name did not reach. */
    Set<String> unreached(String messageId) {
        return db.sql("select to_address from letter where message_id = :name and state = 'failed'")
                .param("name", messageId)
                .query((row, number) -> row.getString("to_address"))
                .set();
    }

    /** How many letters the customer's person had since then about tickets that began. */
    int confirmed(CustomerUserId user, Instant since) {
        return db.sql("""
                select count(*)
                  from notification n
                  left join notification_rule r on r.id = n.rule_id
                 where n.customer_user_id = :user
                   and n.created_at > :since
                   and n.letter_id is not null
                   and coalesce(r.event, n.event) in ('opened_assigned', 'opened_unowned', 'opened_raw')
                """)
                .param("user", user.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** How often people were told since then of what machines wrote about the ticket. */
    int ofMachines(TicketId ticket, Instant since) {
        return db.sql("""
                select count(distinct n.history_id)
                  from notification n
                  join article a on a.id = n.article_id
                 where n.ticket_id = :ticket
                   and n.created_at > :since
                   and n.letter_id is not null
                   and a.hand = 'machine'
                """)
                .param("ticket", ticket.value())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Whether people were told already of what this article says. */
    boolean wasTold(TicketId ticket, ArticleId article) {
        return db.sql("""
                select exists (select 1
                                 from notification
                                where ticket_id = :ticket
                                  and article_id = :article
                                  and letter_id is not null)
                """)
                .param("ticket", ticket.value())
                .param("article", article.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the letter of this name told somebody of a mail that did not arrive. */
    boolean toldOfFailure(String messageId) {
        return db.sql("""
                select exists (select 1
                                 from letter l
                                 join notification n on n.letter_id = l.id
                                 join ticket_history h on h.id = n.history_id
                                where l.message_id = :name
                                  and h.type in ('bounced', 'undelivered'))
                """).param("name", messageId).query(Boolean.class).single();
    }
}
