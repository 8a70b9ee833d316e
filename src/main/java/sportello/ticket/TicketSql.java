package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer;
import sportello.queue.QueueId;

@Component
class TicketSql {
    private final JdbcClient db;

    TicketSql(JdbcClient db) {
        this.db = db;
    }

    TicketId insert(NewTicket ticket, Instant now) {
        return new TicketId(db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, owner_id, responsible_id,
                                    customer_id, customer_user_id, pending_until, created_at, changed_at)
                values (:number, :title, :queue, :state, :type, :priority, :owner, :responsible,
                        :customer, :customerUser, :pendingUntil, :now, :now)
                returning id
                """)
                .param("number", ticket.number().value())
                .param("title", ticket.title().value())
                .param("queue", ticket.queue().value())
                .param("state", ticket.state().id())
                .param("type", ticket.state().type().key())
                .param("priority", ticket.priority().level())
                .param("owner", value(ticket.owner()))
                .param("responsible", value(ticket.responsible()))
                .param("customer", ticket.customer().value())
                .param("customerUser", ticket.customerUser().value())
                .param("pendingUntil", timestamp(ticket.pendingUntil()))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    /** The ticket, if it exists for the viewer, with its row locked until the transaction ends. */
    Optional<Ticket> forUpdate(TicketNumber number, Viewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.id, t.number, t.title, t.queue_id, t.state_id, t.priority, t.owner_id, t.responsible_id,
                       t.locked_at, t.customer_id, t.customer_user_id, t.pending_until, t.closed_at, t.version
                  from ticket t
                 where t.number = :number
                   and %s
                   for update of t
                """.formatted(sight.condition()))
                .param("number", number.value())
                .params(sight.parameters())
                .query(TicketSql::ticket)
                .optional();
    }

    /** The same for what the house does by itself. */
    Ticket forUpdate(TicketId id) {
        return db.sql("""
                select id, number, title, queue_id, state_id, priority, owner_id, responsible_id,
                       locked_at, customer_id, customer_user_id, pending_until, closed_at, version
                  from ticket
                 where id = :id
                   for update
                """).param("id", id.value()).query(TicketSql::ticket).single();
    }

    void update(TicketSnapshot ticket, Instant now) {
        var updated = db.sql("""
                update ticket
                   set queue_id = :queue, state_id = :state, state_type = :type, priority = :priority,
                       owner_id = :owner, responsible_id = :responsible, locked_at = :lockedAt,
                       pending_until = :pendingUntil, closed_at = :closedAt, changed_at = :now, version = version + 1
                 where id = :id
                   and version = :version
                """)
                .params(parameters(ticket))
                .param("now", Timestamp.from(now))
                .update();
        if (updated != 1)
            throw new IllegalStateException("ticket " + ticket.number() + " was saved from an old version");
    }

    private static Map<String, @Nullable Object> parameters(TicketSnapshot ticket) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("id", ticket.id().value());
        values.put("version", ticket.version());
        values.put("queue", ticket.queue().value());
        values.put("state", ticket.state().id());
        values.put("type", ticket.state().type().key());
        values.put("priority", ticket.priority().level());
        values.put("owner", value(ticket.owner()));
        values.put("responsible", value(ticket.responsible()));
        values.put("lockedAt", timestamp(ticket.lockedAt()));
        values.put("pendingUntil", timestamp(ticket.pendingUntil()));
        values.put("closedAt", timestamp(ticket.closedAt()));
        return values;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        var responsible = row.getObject("responsible_id", Long.class);
        var customer = row.getObject("customer_id", Long.class);
        var customerUser = row.getObject("customer_user_id", Long.class);
        return new Ticket(new TicketSnapshot(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                new QueueId(row.getLong("queue_id")),
                State.of(row.getInt("state_id")),
                Priority.of(row.getInt("priority")),
                owner == null ? null : new AgentId(owner),
                responsible == null ? null : new AgentId(responsible),
                instant(row, "locked_at"),
                customer == null ? null : new CustomerId(customer),
                customerUser == null ? null : new CustomerUserId(customerUser),
                instant(row, "pending_until"),
                instant(row, "closed_at"),
                row.getInt("version")));
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
