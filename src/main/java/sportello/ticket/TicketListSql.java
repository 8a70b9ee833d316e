package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;

@Component
class TicketListSql {
    private static final String AT_ONCE = """
            select t.*
              from ticket t
             where %1$s
               and %2$s
             order by t.created_at %3$s, t.id %3$s
             limit :most
            """;

    /** Of the many closed tickets a viewer may see few: the newest of each queue come from its index, then are merged. */
    private static final String QUEUE_BY_QUEUE = """
            select t.*
              from (select t.queue_id from (select id as queue_id from queue) t where %1$s) place
             cross join lateral (select *
                                   from ticket t
                                  where t.queue_id = place.queue_id
                                    and %2$s
                                  order by t.created_at %3$s, t.id %3$s
                                  limit :most) t
             order by t.created_at %3$s, t.id %3$s
             limit :most
            """;

    private final JdbcClient db;

    TicketListSql(JdbcClient db) {
        this.db = db;
    }

    List<TicketRow> newest(AgentViewer viewer, TicketFilter filter, int most) {
        return rows(viewer, filter, tickets(viewer, filter), "desc", most);
    }

    List<TicketRow> olderThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        return rows(
                viewer,
                filter,
                tickets(viewer, filter)
                        .and("(t.created_at, t.id) < (:placeAt, :placeId)")
                        .with("placeAt", Timestamp.from(place.createdAt()))
                        .with("placeId", place.id().value()),
                "desc",
                most);
    }

    /** The nearest first, so from the older to the newer. */
    List<TicketRow> newerThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        return rows(
                viewer,
                filter,
                tickets(viewer, filter)
                        .and("(t.created_at, t.id) > (:placeAt, :placeId)")
                        .with("placeAt", Timestamp.from(place.createdAt()))
                        .with("placeId", place.id().value()),
                "asc",
                most);
    }

    private List<TicketRow> rows(AgentViewer viewer, TicketFilter filter, Where tickets, String direction, int most) {
        var queues = queues(viewer, filter);
        var found = filter.stage() == Stage.CLOSED && !filter.whose().isPersonal() ? QUEUE_BY_QUEUE : AT_ONCE;
        return db.sql("""
                select t.id, t.number, t.title, t.state_id, t.priority, q.name as queue, c.name as customer,
                       t.owner_id, o.first_name || ' ' || o.last_name as owner, t.locked_at, t.pending_until, t.created_at
                  from (%1$s) t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join agent o on o.id = t.owner_id
                 order by t.created_at %2$s, t.id %2$s
                """.formatted(found.formatted(queues.condition(), tickets.condition(), direction), direction))
                .params(queues.parameters())
                .params(tickets.parameters())
                .param("most", most)
                .query(TicketListSql::row)
                .list();
    }

    private static Where queues(AgentViewer viewer, TicketFilter filter) {
        var where = Where.of(Sight.of(viewer));
        var queue = filter.queue();
        if (queue != null) where = where.and("t.queue_id = :queue").with("queue", queue.value());
        return filter.whose() == Whose.QUEUES
                ? where.and("t.queue_id in (select queue_id from queue_subscription where agent_id = :me)")
                        .with("me", viewer.id().value())
                : where;
    }

    private static Where tickets(AgentViewer viewer, TicketFilter filter) {
        var where = Where.of(filter.stage());
        return switch (filter.whose()) {
            case MINE -> where.and("t.owner_id = :me").with("me", viewer.id().value());
            case RESPONSIBLE ->
                where.and("t.responsible_id = :me").with("me", viewer.id().value());
            case QUEUES, ALL -> where;
        };
    }

    static TicketRow row(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        return new TicketRow(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                State.of(row.getInt("state_id")),
                Priority.of(row.getInt("priority")),
                row.getString("queue"),
                row.getString("customer"),
                owner == null ? null : new AgentId(owner),
                row.getString("owner"),
                instant(row, "locked_at"),
                instant(row, "pending_until"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
