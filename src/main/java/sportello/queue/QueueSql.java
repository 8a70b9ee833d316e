package sportello.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.mail.Recipient;
import sportello.worktime.HoursId;

@Component
class QueueSql {
    /** The first address of the queue, or of the nearest above it that has one. */
    private static final String SENDERS = """
            with recursive up as (
                select id as whose, id, parent_id, sender_name, 0 as far from queue where %s
                union all
                select up.whose, q.id, q.parent_id, q.sender_name, up.far + 1 from queue q join up on q.id = up.parent_id)
            select distinct on (up.whose) up.whose, up.sender_name, a.address
              from up
              join queue_address a on a.queue_id = up.id and a.position = 1
             order by up.whose, up.far
            """;

    private final JdbcClient db;

    QueueSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Queue> find(QueueId id) {
        return db.sql("""
                select id, name, parent_id, group_id, default_owner_id, default_responsible_id,
                       (select g.reserved from permission_group g where g.id = group_id) as reserved, raw, valid
                  from queue
                 where id = :id
                """).param("id", id.value()).query(QueueSql::queue).optional();
    }

    Optional<Queue> byName(String name) {
        return db.sql("""
                select id, name, parent_id, group_id, default_owner_id, default_responsible_id,
                       (select g.reserved from permission_group g where g.id = group_id) as reserved, raw, valid
                  from queue
                 where lower(name) = lower(:name)
                   and valid
                """).param("name", name).query(QueueSql::queue).optional();
    }

    Queue raw() {
        return db.sql("""
                select id, name, parent_id, group_id, default_owner_id, default_responsible_id,
                       (select g.reserved from permission_group g where g.id = group_id) as reserved, raw, valid
                  from queue
                 where raw
                """).query(QueueSql::queue).single();
    }

    QueueAddresses addresses() {
        var queues = new HashMap<String, Queue>();
        db.sql("""
                select lower(a.address) as address,
                       q.id, q.name, q.parent_id, q.group_id, q.default_owner_id, q.default_responsible_id,
                       (select g.reserved from permission_group g where g.id = q.group_id) as reserved, q.raw, q.valid
                  from queue_address a
                  join queue q on q.id = a.queue_id
                """).query(row -> {
            queues.put(row.getString("address"), queue(row, 0));
        });
        return new QueueAddresses(queues);
    }

    Optional<Recipient> sender(QueueId id) {
        return db.sql(SENDERS.formatted("id = :id"))
                .param("id", id.value())
                .query(QueueSql::sender)
                .optional();
    }

    /** By the queues that have one. */
    Map<QueueId, Recipient> senders() {
        var senders = new HashMap<QueueId, Recipient>();
        db.sql(SENDERS.formatted("true")).query(row -> {
            senders.put(new QueueId(row.getLong("whose")), sender(row, 0));
        });
        return senders;
    }

    private static Recipient sender(ResultSet row, int number) throws SQLException {
        return new Recipient(row.getString("sender_name"), row.getString("address"));
    }

    MailPolicy mailPolicy(QueueId id) {
        return db.sql("select on_closed, on_stranger from queue where id = :id")
                .param("id", id.value())
                .query((row, number) -> MailPolicy.of(row.getString("on_closed"), row.getString("on_stranger")))
                .single();
    }

    /** Of those that follow hours of their own. */
    Map<QueueId, HoursId> hours(Collection<QueueId> queues) {
        var hours = new HashMap<QueueId, HoursId>();
        db.sql("select id, hours_id from queue where id = any(:ids) and hours_id is not null")
                .param("ids", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .query(row -> {
                    hours.put(new QueueId(row.getLong("id")), new HoursId(row.getLong("hours_id")));
                });
        return hours;
    }

    List<Queue> valid() {
        return db.sql("""
                select id, name, parent_id, group_id, default_owner_id, default_responsible_id,
                       (select g.reserved from permission_group g where g.id = group_id) as reserved, raw, valid
                  from queue
                 where valid
                 order by lower(name), id
                """).query(QueueSql::queue).list();
    }

    List<Queue> ofGroups(Collection<GroupId> groups) {
        return db.sql("""
                select id, name, parent_id, group_id, default_owner_id, default_responsible_id,
                       (select g.reserved from permission_group g where g.id = group_id) as reserved, raw, valid
                  from queue
                 where valid
                   and group_id = any(:groups)
                 order by lower(name), id
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(Long[]::new))
                .query(QueueSql::queue)
                .list();
    }

    static Queue queue(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", Long.class);
        return new Queue(
                new QueueId(row.getLong("id")),
                row.getString("name"),
                parent == null ? null : new QueueId(parent),
                new GroupId(row.getLong("group_id")),
                agent(row, "default_owner_id"),
                agent(row, "default_responsible_id"),
                row.getBoolean("reserved"),
                row.getBoolean("raw"),
                row.getBoolean("valid"));
    }

    private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Long.class);
        return id == null ? null : new AgentId(id);
    }
}
