package sportello.ticket;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;

@Component
class CustomerTicketSql {
    private final JdbcClient db;

    CustomerTicketSql(JdbcClient db) {
        this.db = db;
    }

    /** A ticket and where it stands in its list. */
    record Placed(TicketRow row, RequestPlace place) {}

    List<Placed> list(AskedBy who, RequestStage stage, @Nullable RequestPlace after, int most, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        var statement = db.sql("""
                select t.id, t.number, t.title, t.state_id, t.own_state_id, t.priority, y.name as type, s.name as service, q.name as queue, c.name as customer,
                       c.code as customer_code, t.owner_id, o.first_name || ' ' || o.last_name as owner,
                       r.first_name || ' ' || r.last_name as responsible, t.locked_at, t.pending_until, t.created_at,
                       t.changed_at,
                       %1$s as place
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join customer c on c.id = t.customer_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                 where %2$s
                   and %3$s
                   and %4$s
                   and %5$s
                 order by %1$s desc, t.number desc
                 limit :most
                """.formatted(
                                stage.order(),
                                who.condition(),
                                stage.condition(),
                                sight.condition(),
                                after == null ? "true" : "(" + stage.order() + ", t.number) < (:at, :number)"))
                .params(sight.parameters())
                .param("asker", who.value())
                .param("most", most);
        if (after != null) {
            statement = statement
                    .param("at", Timestamp.from(after.at()))
                    .param("number", after.number().value());
        }
        return statement.query(CustomerTicketSql::placed).list();
    }

    int underWay(AskedBy who, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("select count(*) from ticket t where %s and %s and %s"
                        .formatted(who.condition(), RequestStage.UNDER_WAY.condition(), sight.condition()))
                .params(sight.parameters())
                .param("asker", who.value())
                .query(Integer.class)
                .single();
    }

    Map<CustomerId, Integer> underWayOf(Collection<CustomerId> customers, AgentViewer viewer) {
        return counts("customer_id", customers.stream().map(CustomerId::value).toArray(Long[]::new), viewer).stream()
                .collect(toMap(count -> new CustomerId(count.id()), Count::tickets));
    }

    Map<CustomerUserId, Integer> underWayOfUsers(Collection<CustomerUserId> users, AgentViewer viewer) {
        return counts(
                        "customer_user_id",
                        users.stream().map(CustomerUserId::value).toArray(Long[]::new),
                        viewer)
                .stream()
                .collect(toMap(count -> new CustomerUserId(count.id()), Count::tickets));
    }

    private record Count(long id, int tickets) {}

    private List<Count> counts(String column, Long[] ids, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.%1$s as id, count(*) as tickets
                  from ticket t
                 where t.%1$s = any(:ids)
                   and %2$s
                   and %3$s
                 group by t.%1$s
                """.formatted(column, RequestStage.UNDER_WAY.condition(), sight.condition()))
                .params(sight.parameters())
                .param("ids", ids)
                .query((row, number) -> new Count(row.getLong("id"), row.getInt("tickets")))
                .list();
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        var ticket = TicketListSql.row(row, number);
        return new Placed(ticket, new RequestPlace(row.getTimestamp("place").toInstant(), ticket.number()));
    }
}
