package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Column;
import sportello.identity.Viewer.AgentViewer;

@Component
class TicketListSql {
    private static final String AT_ONCE = """
            select t.*
              from ticket t
             where %1$s
               and %2$s
             order by %3$s
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
                                  order by %3$s
                                  limit :most) t
             order by %3$s
             limit :most
            """;

    private final JdbcClient db;
    private final Clock clock;

    TicketListSql(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<TicketRow> first(AgentViewer viewer, TicketFilter filter, Order order, int most) {
        return rows(viewer, filter, tickets(filter), order, most);
    }

    List<TicketRow> after(ListPlace place, AgentViewer viewer, TicketFilter filter, Order order, int most) {
        var tickets = tickets(filter)
                .and(order.after())
                .with("placePriority", place.priority())
                .with("placeAt", Timestamp.from(place.at()))
                .with("placeId", place.id().value());
        return rows(viewer, filter, tickets, order, most);
    }

    private List<TicketRow> rows(AgentViewer viewer, TicketFilter filter, Where tickets, Order order, int most) {
        var queues = queues(viewer, filter);
        var found = filter.stage() == Stage.CLOSED && !filter.isNarrow() ? QUEUE_BY_QUEUE : AT_ONCE;
        return db.sql("""
                select t.id, t.number, t.title, t.state_id, t.own_state_id, t.priority, y.name as type, s.name as service, q.name as queue, c.name as customer,
                       c.code as customer_code, t.owner_id, o.first_name || ' ' || o.last_name as owner,
                       r.first_name || ' ' || r.last_name as responsible, t.locked_at, t.pending_until,
                       t.created_at, t.changed_at
                  from (%1$s) t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                 order by %2$s
                """.formatted(
                        found.formatted(queues.condition(), tickets.condition(), order.columns()), order.columns()))
                .params(queues.parameters())
                .params(tickets.parameters())
                .param("me", viewer.id().value())
                .param("tomorrow", Timestamp.from(tomorrow(viewer.zone())))
                .param("most", most)
                .query(TicketListSql::row)
                .list();
    }

    private Instant tomorrow(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** One line of what each ticket's newest article by a person says; tickets without one are left out. */
    Map<TicketId, String> previews(List<TicketId> tickets) {
        Map<TicketId, String> previews = new HashMap<>();
        db.sql("""
                select t.id, left(trim(regexp_replace(left(a.text_body, 1000), '\\s+', ' ', 'g')), 200) as preview
                  from unnest(:tickets::bigint[]) as t (id)
                 cross join lateral (select text_body
                                       from article
                                      where ticket_id = t.id
                                        and sender <> 'system'
                                        and event is null
                                      order by no desc
                                      limit 1) a
                """)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query(row -> {
                    previews.put(new TicketId(row.getLong("id")), row.getString("preview"));
                });
        return previews;
    }

    private static Where queues(AgentViewer viewer, TicketFilter filter) {
        var where = Where.of(Sight.of(viewer));
        var queue = filter.queue();
        if (queue != null) where = where.and("t.queue_id = :queue").with("queue", queue.value());
        return filter.whose() == Whose.QUEUES
                ? where.and("t.queue_id in (select queue_id from queue_subscription where agent_id = :me)")
                : where;
    }

    private static Where tickets(TicketFilter filter) {
        var where = filter.narrowing().added(Where.of(filter.stage()));
        var view = filter.view();
        if (view != null) where = where.and(view.condition());
        return switch (filter.whose()) {
            case MINE -> where.and("t.owner_id = :me");
            case RESPONSIBLE -> where.and("t.responsible_id = :me");
            case QUEUES, ALL -> where;
        };
    }

    static TicketRow row(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        return new TicketRow(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Priority.of(row.getInt("priority")),
                row.getString("type"),
                row.getString("service"),
                row.getString("queue"),
                row.getString("customer"),
                row.getString("customer_code"),
                owner == null ? null : new AgentId(owner),
                row.getString("owner"),
                row.getString("responsible"),
                Column.instant(row, "locked_at"),
                Column.instant(row, "pending_until"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
