package sportello.ticket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

@Component
class DeskListSql {
    private static final String LIST = """
            (select '%1$s' as list, row_number() over (order by %2$s) as place, %3$s as total,
                    t.id, t.number, t.title, t.state_id, t.own_state_id, t.priority, t.type_id, t.service_id, t.queue_id, t.customer_id, t.owner_id,
                    t.responsible_id, t.locked_at, t.pending_until, t.created_at, t.changed_at
               from ticket t
              where %4$s
              order by %2$s
              limit %5$d)
            """;

    private static final String COUNT = "(select count(*) from ticket t where %s)";

    private final JdbcClient db;

    DeskListSql(JdbcClient db) {
        this.db = db;
    }

    private record Found(DeskList list, int total, TicketRow row) {}

    /** All lists in one statement; a list without rows is missing. */
    Map<DeskList, DeskRows> lists(List<DeskAsk> asks, Instant tomorrow, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        var found = db
                .sql("""
                select t.list, t.total, t.id, t.number, t.title, t.state_id, t.own_state_id, t.priority, y.name as type, s.name as service, q.name as queue,
                       c.name as customer, c.code as customer_code, t.owner_id,
                       o.first_name || ' ' || o.last_name as owner,
                       r.first_name || ' ' || r.last_name as responsible,
                       t.locked_at, t.pending_until, t.created_at, t.changed_at
                  from (%s) t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                 order by t.list, t.place
                """.formatted(asks.stream().map(ask -> list(ask, sight)).collect(joining(" union all "))))
                .params(sight.parameters())
                .param("me", viewer.id().value())
                .param("tomorrow", Timestamp.from(tomorrow))
                .query((row, number) -> new Found(
                        DeskList.valueOf(row.getString("list")), row.getInt("total"), TicketListSql.row(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Found::list));
        Map<DeskList, DeskRows> lists = new EnumMap<>(DeskList.class);
        asks.stream()
                .filter(ask -> found.containsKey(ask.list()))
                .forEach(ask -> lists.put(ask.list(), rows(ask, found.getOrDefault(ask.list(), List.of()))));
        return lists;
    }

    /** One row more than wanted, which says whether there are more. */
    private static String list(DeskAsk ask, Sight sight) {
        var list = ask.list();
        var condition = sight.condition() + " and " + list.condition() + whose(ask.whose());
        return LIST.formatted(
                list.name(),
                list.order(),
                list.isCounted() ? COUNT.formatted(condition) : "0",
                condition,
                ask.most() + 1);
    }

    private static String whose(Whose whose) {
        return switch (whose) {
            case MINE -> " and t.owner_id = :me";
            case RESPONSIBLE -> " and t.responsible_id = :me";
            case QUEUES -> " and t.queue_id in (select queue_id from queue_subscription where agent_id = :me)";
            case ALL -> "";
        };
    }

    private static DeskRows rows(DeskAsk ask, List<Found> found) {
        return new DeskRows(
                found.stream().limit(ask.most()).map(Found::row).toList(),
                found.getFirst().total(),
                found.size() > ask.most());
    }
}
