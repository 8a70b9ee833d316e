package sportello.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;
import sportello.queue.QueueId;
import sportello.ticket.ArticleId;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketId;

/** Notices that wait for the working hours. */
@Component
class HeldSql {
    private final JdbcClient db;

    HeldSql(JdbcClient db) {
        this.db = db;
    }

    /** The queues whose tickets have such notices. */
    Set<QueueId> queues() {
        return db.sql("""
                select distinct t.queue_id
                  from notification n
                  join ticket t on t.id = n.ticket_id
                 where n.held
                """)
                .query((row, number) -> new QueueId(row.getLong("queue_id")))
                .set();
    }

    /** Those after that one that wait no longer, the oldest first: work has begun, or the rule keeps to no hours any more. */
    List<NotificationId> due(Collection<QueueId> resting, NotificationId after, int most) {
        return db.sql("""
                select n.id
                  from notification n
                  join ticket t on t.id = n.ticket_id
                  join own_rule r on r.id = n.own_rule_id
                 where n.held
                   and n.id > :after
                   and (t.queue_id <> all(:resting) or not r.in_working_hours or not r.valid)
                 order by n.id
                 limit :most
                """)
                .param("resting", resting.stream().map(QueueId::value).toArray(Long[]::new))
                .param("after", after.value())
                .param("most", most)
                .query((row, number) -> new NotificationId(row.getLong("id")))
                .list();
    }

    /**
     * Holds the row if it still waits, and neither another node nor whoever changes the ticket has it in hand just now. The
     * ticket is held first, as they do it too: otherwise each could wait for the other.
     */
    Optional<Held> take(NotificationId id) {
        return holdTicket(id) ? hold(id) : Optional.empty();
    }

    private boolean holdTicket(NotificationId id) {
        return db.sql("""
                select t.id
                  from ticket t
                 where t.id = (select n.ticket_id from notification n where n.id = :id)
                   for update skip locked
                """).param("id", id.value()).query(Long.class).optional().isPresent();
    }

    private Optional<Held> hold(NotificationId id) {
        return db.sql("""
                select n.id, n.ticket_id, n.history_id, n.article_id, n.own_rule_id, n.event, n.audience, n.agent_id,
                       n.customer_user_id, n.webhook_id, lower(n.address) as address, h.agent_id as by_agent,
                       h.customer_user_id as by_user, h.type, h.facts ->> 'messageId' as message_id,
                       h.facts ->> 'address' as lost_address, coalesce(h.facts ->> 'answer', '') as answer,
                       exists (select 1
                                 from ticket_history c
                                where c.ticket_id = n.ticket_id
                                  and c.no > h.no
                                  and c.type in ('closed', 'merged')) as closed
                  from notification n
                  join ticket_history h on h.id = n.history_id
                 where n.id = :id
                   and n.held
                   for update of n
                """).param("id", id.value()).query(HeldSql::held).optional();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        var line = new HistoryId(row.getLong("history_id"));
        var article = row.getObject("article_id", Long.class);
        var news = new News(
                line,
                new TicketId(row.getLong("ticket_id")),
                by(row),
                Occasion.of(row.getString("event")),
                article == null ? null : new ArticleId(article),
                loss(row));
        return new Held(
                new NotificationId(row.getLong("id")),
                news,
                row.getLong("own_rule_id"),
                Audience.of(row.getString("audience")),
                OwnRuleSql.person(row),
                row.getBoolean("closed"));
    }

    private static Actor by(ResultSet row) throws SQLException {
        var agent = row.getObject("by_agent", Long.class);
        if (agent != null) return new Actor.ByAgent(new AgentId(agent));
        var user = row.getObject("by_user", Long.class);
        return user == null ? Actor.SYSTEM : new Actor.ByCustomerUser(new CustomerUserId(user));
    }

    private static @Nullable Loss loss(ResultSet row) throws SQLException {
        return switch (row.getString("type")) {
            case "bounced", "undelivered" ->
                new Loss(row.getString("message_id"), row.getString("lost_address"), row.getString("answer"));
            default -> null;
        };
    }

    /** By what those are known who were told of the line, and their addresses. */
    Set<Object> told(HistoryId line) {
        var told = new HashSet<Object>();
        db.sql("""
                select agent_id, customer_user_id, webhook_id, lower(address) as address
                  from notification
                 where history_id = :line
                   and num_nonnulls(letter_id, delivery_id) = 1
                """).param("line", line.value()).query(row -> {
            told.add(OwnRuleSql.person(row));
            told.add(row.getString("address"));
        });
        return told;
    }

    /** Whatever is said instead is written anew. */
    void remove(NotificationId id) {
        db.sql("delete from notification where id = :id")
                .param("id", id.value())
                .update();
    }

    void drop(NotificationId id, WhyNot why) {
        db.sql("update notification set held = false, skipped = :why where id = :id")
                .param("why", why.key())
                .param("id", id.value())
                .update();
    }

    /**
     * What waits gives way where the same rule has told, or will tell, the same person something newer of the ticket. What was
     * written does so to something written alone: all else may come to nothing before it is said.
     */
    void replace(TicketId ticket, HistoryId by) {
        db.sql("""
                update notification o
                   set held = false, skipped = :why
                  from notification n
                 where o.held
                   and o.ticket_id = :ticket
                   and o.history_id < :line
                   and n.history_id = :line
                   and n.skipped is null
                   and n.own_rule_id = o.own_rule_id
                   and (o.event <> all(:words) or n.event = any(:words))
                   and n.agent_id is not distinct from o.agent_id
                   and n.customer_user_id is not distinct from o.customer_user_id
                   and n.webhook_id is not distinct from o.webhook_id
                   and (num_nonnulls(n.agent_id, n.customer_user_id, n.webhook_id) = 1
                        or lower(n.address) = lower(o.address))
                """)
                .param("why", WhyNot.REPLACED.key())
                .param("ticket", ticket.value())
                .param("line", by.value())
                .param(
                        "words",
                        Stream.of(Occasion.values())
                                .filter(Occasion::isOfWords)
                                .map(Occasion::key)
                                .toArray(String[]::new))
                .update();
    }
}
