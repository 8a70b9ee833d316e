package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Column;
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
        var customer = ticket.customer();
        var customerUser = ticket.customerUser();
        return new TicketId(db.sql("""
                insert into ticket (number, title, queue_id, state_id, own_state_id, state_type, priority, owner_id, responsible_id,
                                    customer_id, customer_user_id, pending_until, created_at, changed_at)
                values (:number, :title, :queue, :state, :own, :type, :priority, :owner, :responsible,
                        :customer, :customerUser, :pendingUntil, :now, :now)
                returning id
                """)
                .param("number", ticket.number().value())
                .param("title", ticket.title().value())
                .param("queue", ticket.queue().value())
                .param("state", ticket.state().model().id())
                .param("own", ticket.state().own())
                .param("type", ticket.state().type().key())
                .param("priority", ticket.priority().level())
                .param("owner", value(ticket.owner()))
                .param("responsible", value(ticket.responsible()))
                .param("customer", customer == null ? null : customer.value())
                .param("customerUser", customerUser == null ? null : customerUser.value())
                .param("pendingUntil", timestamp(ticket.pendingUntil()))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    /** The ticket, if it exists for the viewer, with its row locked until the transaction ends. */
    Optional<Ticket> forUpdate(TicketNumber number, Viewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.id, t.number, t.title, t.queue_id, t.state_id, t.own_state_id, t.priority, t.owner_id, t.responsible_id,
                       t.locked_at, t.customer_id, t.customer_user_id, t.pending_until, t.reminded_until,
                       t.closed_at, t.ascertained_at, t.archived_at, t.merged_into_id, t.version,
                       %s as limits
                  from ticket t
                 where t.number = :number
                   and %s
                   for update of t
                """.formatted(LimitSql.IN_FORCE, sight.condition()))
                .param(LimitSql.FOR, LimitSql.forWhom(viewer), Types.BIGINT)
                .param("number", number.value())
                .params(sight.parameters())
                .query((row, place) -> new Ticket(snapshot(row), LimitSql.read(row.getString("limits"))))
                .optional();
    }

    /** The same for what the house does by itself. */
    Ticket forUpdate(TicketId id) {
        return db.sql("""
                select id, number, title, queue_id, state_id, own_state_id, priority, owner_id, responsible_id,
                       locked_at, customer_id, customer_user_id, pending_until, reminded_until,
                       closed_at, ascertained_at, archived_at, merged_into_id, version
                  from ticket
                 where id = :id
                   for update
                """).param("id", id.value()).query(TicketSql::ticket).single();
    }

    /** Two tickets are taken up in the same order by everybody, so that nobody waits for each other. */
    void hold(TicketNumber one, TicketNumber other) {
        db.sql("""
                select id
                  from ticket
                 where number in (:one, :other)
                 order by id
                   for update
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Long.class)
                .list();
    }

    /** Where a ticket that was merged ended up. */
    TicketNumber end(TicketId merged) {
        return new TicketNumber(
                db.sql("""
                with recursive way (id, number, next) as (
                    select id, number, merged_into_id from ticket where id = :id
                     union
                    select t.id, t.number, t.merged_into_id from ticket t join way w on t.id = w.next)
                select number from way where next is null
                """).param("id", merged.value()).query(String.class).single());
    }

    /** Whose date has come and was not told yet, the oldest first. */
    List<TicketId> due(Instant now, int most) {
        return db.sql("""
                select id
                  from ticket
                 where pending_until <= :now
                   and reminded_until is distinct from pending_until
                 order by pending_until, id
                 limit :most
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new TicketId(row.getLong(1)))
                .list();
    }

    /** One of them, unless another node has it in hand just now or has dealt with it. */
    Optional<Ticket> takeDue(TicketId id, Instant now) {
        return db.sql("""
                select id, number, title, queue_id, state_id, own_state_id, priority, owner_id, responsible_id,
                       locked_at, customer_id, customer_user_id, pending_until, reminded_until,
                       closed_at, ascertained_at, archived_at, merged_into_id, version
                  from ticket
                 where id = :id
                   and pending_until <= :now
                   and reminded_until is distinct from pending_until
                   for update skip locked
                """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query(TicketSql::ticket)
                .optional();
    }

    void update(TicketSnapshot ticket, Instant now) {
        var updated = db.sql("""
                update ticket
                   set queue_id = :queue, state_id = :state, own_state_id = :own, state_type = :type, priority = :priority,
                       owner_id = :owner, responsible_id = :responsible, locked_at = :lockedAt,
                       customer_id = :customer, customer_user_id = :customerUser,
                       pending_until = :pendingUntil, reminded_until = :remindedUntil, closed_at = :closedAt,
                       ascertained_at = :ascertainedAt, archived_at = :archivedAt, merged_into_id = :mergedInto,
                       changed_at = :now, version = version + 1
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
        values.put("state", ticket.state().model().id());
        values.put("own", ticket.state().own());
        values.put("type", ticket.state().type().key());
        values.put("priority", ticket.priority().level());
        values.put("owner", value(ticket.owner()));
        values.put("responsible", value(ticket.responsible()));
        values.put("lockedAt", timestamp(ticket.lockedAt()));
        values.put("pendingUntil", timestamp(ticket.pendingUntil()));
        values.put("remindedUntil", timestamp(ticket.remindedUntil()));
        values.put("closedAt", timestamp(ticket.closedAt()));
        values.put("ascertainedAt", timestamp(ticket.ascertainedAt()));
        values.put("archivedAt", timestamp(ticket.archivedAt()));
        var customer = ticket.customer();
        values.put("customer", customer == null ? null : customer.value());
        var customerUser = ticket.customerUser();
        values.put("customerUser", customerUser == null ? null : customerUser.value());
        var mergedInto = ticket.mergedInto();
        values.put("mergedInto", mergedInto == null ? null : mergedInto.value());
        return values;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(snapshot(row));
    }

    private static TicketSnapshot snapshot(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        var responsible = row.getObject("responsible_id", Long.class);
        var customer = row.getObject("customer_id", Long.class);
        var customerUser = row.getObject("customer_user_id", Long.class);
        var mergedInto = row.getObject("merged_into_id", Long.class);
        return new TicketSnapshot(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                new QueueId(row.getLong("queue_id")),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Priority.of(row.getInt("priority")),
                owner == null ? null : new AgentId(owner),
                responsible == null ? null : new AgentId(responsible),
                Column.instant(row, "locked_at"),
                customer == null ? null : new CustomerId(customer),
                customerUser == null ? null : new CustomerUserId(customerUser),
                Column.instant(row, "pending_until"),
                Column.instant(row, "reminded_until"),
                Column.instant(row, "closed_at"),
                Column.instant(row, "ascertained_at"),
                Column.instant(row, "archived_at"),
                mergedInto == null ? null : new TicketId(mergedInto),
                row.getInt("version"));
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
