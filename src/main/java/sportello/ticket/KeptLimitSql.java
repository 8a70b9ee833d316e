package sportello.ticket;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits as administrators keep them. */
@Component
class KeptLimitSql {
    private static final String ALL = """
            select l.*,
                   array(select c.code from customer c where c.id = any(l.customer_ids) order by c.code) as customers,
                   array(select q.name from queue q where q.id = any(l.queue_ids) order by q.name) as queues,
                   array(select y.name from ticket_type y where y.id = any(l.type_ids) order by y.name) as types,
                   array(select s.name from service s where s.id = any(l.service_ids) order by s.name) as services,
                   array(select r.name from role r where r.id = any(l.role_ids) order by r.name) as roles,
                   array(select y.name from ticket_type y where y.id = any(l.to_type_ids) order by y.name) as to_types,
                   array(select s.name from service s where s.id = any(l.to_service_ids) order by s.name) as to_services,
                   array(select q.name from queue q where q.id = any(l.to_queue_ids) order by q.name) as to_queues
              from ticket_limit l
            """;

    private final JdbcClient db;

    KeptLimitSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptLimit> all() {
        return db.sql(ALL + " order by l.position, l.id")
                .query(KeptLimitSql::kept)
                .list();
    }

    KeptLimit find(long id) {
        return db.sql(ALL + " where l.id = :id")
                .param("id", id)
                .query(KeptLimitSql::kept)
                .single();
    }

    /** As the last. */
    long insert(Limit limit, boolean valid) {
        return settings("""
                insert into ticket_limit (name, valid, queue_ids, type_ids, service_ids, states, priorities, customer_ids,
                                          role_ids, works, to_states, only_states, to_priorities, only_priorities,
                                          to_type_ids, only_types, to_service_ids, only_services, to_queue_ids,
                                          only_queues, position)
                select :name, :valid, :queues, :types, :services, :states, :priorities,
                       array(select c.id from customer c where lower(c.code) = any(:customers) order by c.id), :roles,
                       :works, :toStates, :onlyStates, :toPriorities, :onlyPriorities, :toTypes, :onlyTypes, :toServices,
                       :onlyServices, :toQueues, :onlyQueues, coalesce(max(position), 0) + 10
                  from ticket_limit
                returning id
                """, limit, valid).query(Long.class).single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, Limit limit, boolean valid) {
        return settings("""
                update ticket_limit
                   set name = :name, valid = :valid, queue_ids = :queues, type_ids = :types, service_ids = :services,
                       states = :states, priorities = :priorities,
                       customer_ids = array(select c.id
                                              from customer c
                                             where lower(c.code) = any(:customers)
                                             order by c.id),
                       role_ids = :roles, works = :works, to_states = :toStates, only_states = :onlyStates,
                       to_priorities = :toPriorities, only_priorities = :onlyPriorities, to_type_ids = :toTypes,
                       only_types = :onlyTypes, to_service_ids = :toServices, only_services = :onlyServices,
                       to_queue_ids = :toQueues, only_queues = :onlyQueues, version = version + 1
                 where id = :id
                   and version = :seen
                """, limit, valid).param("id", id).param("seen", seen).update() == 1;
    }

    private JdbcClient.StatementSpec settings(String statement, Limit limit, boolean valid) {
        var when = limit.when();
        var then = limit.then();
        return db.sql(statement)
                .param("name", limit.name())
                .param("valid", valid)
                .param("queues", ids(when.queues()))
                .param("types", ids(when.types()))
                .param("services", ids(when.services()))
                .param("states", keys(when.states()))
                .param("priorities", levels(when.priorities()))
                .param("customers", codes(when.customers()))
                .param("roles", ids(when.roles()))
                .param("works", then.works().stream().sorted().map(Work::name).toArray(String[]::new))
                .param("toStates", keys(then.states().choices()))
                .param("onlyStates", then.states().only())
                .param("toPriorities", levels(then.priorities().choices()))
                .param("onlyPriorities", then.priorities().only())
                .param("toTypes", ids(then.types().choices()))
                .param("onlyTypes", then.types().only())
                .param("toServices", ids(then.services().choices()))
                .param("onlyServices", then.services().only())
                .param("toQueues", ids(then.queues().choices()))
                .param("onlyQueues", then.queues().only());
    }

    private static Long[] ids(Set<Long> ids) {
        return ids.stream().sorted().toArray(Long[]::new);
    }

    private static Integer[] levels(Set<Integer> levels) {
        return levels.stream().sorted().toArray(Integer[]::new);
    }

    private static String[] keys(Set<Status> states) {
        return states.stream().map(Status::key).sorted().toArray(String[]::new);
    }

    private static String[] codes(Set<String> codes) {
        return codes.stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
    }

    private static KeptLimit kept(ResultSet row, int number) throws SQLException {
        var when = new Limit.When(
                ids(row, "queue_ids"),
                ids(row, "type_ids"),
                ids(row, "service_ids"),
                states(row, "states"),
                levels(row, "priorities"),
                Set.copyOf(texts(row, "customers")),
                ids(row, "role_ids"));
        var then = new Limit.Then(
                texts(row, "works").stream().map(Work::valueOf).collect(toSet()),
                new Limit.Bound<>(row.getBoolean("only_states"), states(row, "to_states")),
                new Limit.Bound<>(row.getBoolean("only_priorities"), levels(row, "to_priorities")),
                new Limit.Bound<>(row.getBoolean("only_types"), ids(row, "to_type_ids")),
                new Limit.Bound<>(row.getBoolean("only_services"), ids(row, "to_service_ids")),
                new Limit.Bound<>(row.getBoolean("only_queues"), ids(row, "to_queue_ids")));
        return new KeptLimit(
                row.getLong("id"),
                new Limit(row.getString("name"), when, then),
                names(row),
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    private static KeptLimit.Names names(ResultSet row) throws SQLException {
        return new KeptLimit.Names(
                texts(row, "queues"),
                texts(row, "types"),
                texts(row, "services"),
                texts(row, "roles"),
                texts(row, "to_types"),
                texts(row, "to_services"),
                texts(row, "to_queues"));
    }

    private static Set<Status> states(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Status::read).collect(toSet());
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }

    private static Set<Integer> levels(ResultSet row, String column) throws SQLException {
        return Set.of((Integer[]) row.getArray(column).getArray());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).toList();
    }
}
