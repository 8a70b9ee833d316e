package sportello.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterId;
import sportello.queue.QueueId;
import sportello.ticket.ArticleId;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketId;
import sportello.webhook.DeliveryId;

@Component
class LedgerSql {
    private final JdbcClient db;

    LedgerSql(JdbcClient db) {
        this.db = db;
    }

    List<LedgerLine> of(TicketId ticket) {
        return lines("n.ticket_id = :id", ticket.value());
    }

    List<LedgerLine> of(HistoryId line) {
        return lines("n.history_id = :id", line.value());
    }

    private List<LedgerLine> lines(String condition, long id) {
        return db.sql("""
                select n.history_id, n.article_id, coalesce(r.event, n.event) as event,
                       coalesce(r.audience, n.audience) as audience, o.name as own_rule, n.recipient_name, n.address, n.created_at,
                       a.first_name || ' ' || a.last_name as instead_of,
                       n.skipped, n.held, coalesce(l.state, d.state) as state, coalesce(l.attempts, d.attempts) as attempts,
                       coalesce(l.answer, concat_ws(' ', d.status, nullif(d.words, ''))) as answer,
                       coalesce(l.tried_at, d.tried_at) as tried_at, coalesce(l.sent_at, d.tried_at) as sent_at
                  from notification n
                  left join notification_rule r on r.id = n.rule_id
                  left join own_rule o on o.id = n.own_rule_id
                  left join letter l on l.id = n.letter_id
                  left join webhook_delivery d on d.id = n.delivery_id
                  left join agent a on a.id = n.instead_of_id
                 where %s
                 order by n.id
                """.formatted(condition))
                .param("id", id)
                .query(LedgerSql::line)
                .list();
    }

    private static LedgerLine line(ResultSet row, int number) throws SQLException {
        var article = row.getObject("article_id", Long.class);
        return new LedgerLine(
                new HistoryId(row.getLong("history_id")),
                article == null ? null : new ArticleId(article),
                Occasion.of(row.getString("event")),
                Audience.of(row.getString("audience")),
                row.getString("own_rule"),
                row.getString("recipient_name"),
                row.getString("address"),
                row.getString("instead_of"),
                row.getTimestamp("created_at").toInstant(),
                fate(row));
    }

    private static Fate fate(ResultSet row) throws SQLException {
        var skipped = row.getString("skipped");
        if (skipped != null) return new Fate.NotTold(WhyNot.of(skipped));
        if (row.getBoolean("held")) return new Fate.Held(null);
        var answer = row.getString("answer");
        return switch (row.getString("state")) {
            case "sent" -> new Fate.Delivered(row.getTimestamp("sent_at").toInstant(), answer);
            case "failed" -> new Fate.Undelivered(row.getTimestamp("tried_at").toInstant(), answer);
            case "recalled" -> new Fate.Recalled();
            default -> new Fate.Waiting(row.getInt("attempts"), answer);
        };
    }

    /** In which the ticket is now. */
    QueueId queue(HistoryId line) {
        return db.sql("select t.queue_id from ticket_history h join ticket t on t.id = h.ticket_id where h.id = :line")
                .param("line", line.value())
                .query((row, number) -> new QueueId(row.getLong("queue_id")))
                .single();
    }

    List<LetterId> letters(Collection<TicketId> tickets) {
        return letters(tickets, "");
    }

    private List<LetterId> letters(Collection<TicketId> tickets, String who) {
        return db.sql("""
                select letter_id
                  from notification
                 where ticket_id = any(:tickets)
                   and letter_id is not null
                   %s
                 order by letter_id
                """.formatted(who))
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, number) -> new LetterId(row.getLong("letter_id")))
                .list();
    }

    List<DeliveryId> deliveries(Collection<TicketId> tickets) {
        return db.sql("""
                select delivery_id
                  from notification
                 where ticket_id = any(:tickets)
                   and delivery_id is not null
                 order by delivery_id
                """)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, number) -> new DeliveryId(row.getLong("delivery_id")))
                .list();
    }

    List<LetterId> lettersOutside(Collection<TicketId> tickets) {
        return letters(tickets, "and agent_id is null");
    }

    void empty(Collection<TicketId> tickets, String nobody) {
        db.sql("""
                update notification
                   set recipient_name = :nobody, address = '', customer_user_id = null
                 where ticket_id = any(:tickets)
                   and num_nonnulls(agent_id, webhook_id) = 0
                """)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .param("nobody", nobody)
                .update();
    }

    void forget(CustomerUserId person, Set<String> addresses, String standIn) {
        db.sql("""
                update notification
                   set recipient_name = :standIn, address = ''
                 where customer_user_id = :person
                    or agent_id is null and lower(address) = any(:addresses)
                """)
                .param("person", person.value())
                .param("addresses", addresses.toArray(String[]::new))
                .param("standIn", standIn)
                .update();
    }
}
