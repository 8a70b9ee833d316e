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
    private final JdbcClient db;

    TicketListSql(JdbcClient db) {
        this.db = db;
    }

    List<TicketRow> newest(AgentViewer viewer, TicketFilter filter, int most) {
        return rows(where(viewer, filter), "desc", most);
    }

    List<TicketRow> olderThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        return rows(
                where(viewer, filter)
                        .and("(t.created_at, t.id) < (:placeAt, :placeId)")
                        .with("placeAt", Timestamp.from(place.createdAt()))
                        .with("placeId", place.id().value()),
                "desc",
                most);
    }

    /** The nearest first, so from the older to the newer. */
    List<TicketRow> newerThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        return rows(
                where(viewer, filter)
                        .and("(t.created_at, t.id) > (:placeAt, :placeId)")
                        .with("placeAt", Timestamp.from(place.createdAt()))
                        .with("placeId", place.id().value()),
                "asc",
                most);
    }

    private List<TicketRow> rows(Where where, String direction, int most) {
        return db.sql("""
                select t.id, t.number, t.title, t.state_id, t.priority, q.name as queue, c.name as customer,
                       t.owner_id, o.first_name || ' ' || o.last_name as owner, t.locked_at, t.pending_until, t.created_at
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join agent o on o.id = t.owner_id
                 where %s
                 order by t.created_at %s, t.id %s
                 limit :most
                """.formatted(where.condition(), direction, direction))
                .params(where.parameters())
                .param("most", most)
                .query(TicketListSql::row)
                .list();
    }

    private static Where where(AgentViewer viewer, TicketFilter filter) {
        var types = filter.stage().types().stream().map(StateType::key).toArray(String[]::new);
        var where = Where.of(Sight.of(viewer)).and("t.state_type = any(:types)").with("types", types);
        var queue = filter.queue();
        if (queue != null) where = where.and("t.queue_id = :queue").with("queue", queue.value());
        return switch (filter.whose()) {
            case MINE -> where.and("t.owner_id = :me").with("me", viewer.id().value());
            case RESPONSIBLE ->
                where.and("t.responsible_id = :me").with("me", viewer.id().value());
            case QUEUES ->
                where.and("t.queue_id in (select queue_id from queue_subscription where agent_id = :me)")
                        .with("me", viewer.id().value());
            case ALL -> where;
        };
    }

    private static TicketRow row(ResultSet row, int number) throws SQLException {
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
