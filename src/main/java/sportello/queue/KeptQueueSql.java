package sportello.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.agent.OpenGroups;
import sportello.worktime.HoursId;

/** The queues as administrators keep them. */
@Component
class KeptQueueSql implements OpenGroups {
    private static final String KEPT = """
            select q.id, q.name, q.parent_id, q.group_id, q.default_owner_id, q.default_responsible_id, q.raw, q.valid,
                   q.on_closed, q.on_stranger, q.sender_name, q.idle_minutes, q.hours_id, q.version,
                   g.name as group_name, g.reserved,
                   array(select a.address from queue_address a where a.queue_id = q.id order by a.position) as addresses
              from queue q
              join permission_group g on g.id = q.group_id
            """;

    private final JdbcClient db;

    KeptQueueSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptQueue> all() {
        return db.sql(KEPT + " order by lower(q.name), q.id")
                .query(KeptQueueSql::kept)
                .list();
    }

    Optional<KeptQueue> find(QueueId id) {
        return db.sql(KEPT + " where q.id = :id")
                .param("id", id.value())
                .query(KeptQueueSql::kept)
                .optional();
    }

    /** Until the transaction ends nobody else changes the queues; reading and choosing go on. */
    void keepAlone() {
        db.sql("lock table queue in share row exclusive mode").update();
    }

    String nameOf(QueueId id) {
        return db.sql("select name from queue where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    boolean isRaw(QueueId id) {
        return db.sql("select raw from queue where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** What no rule sends elsewhere has to lie where whoever asked sees it. */
    @Override
    public boolean staysOpen(GroupId group) {
        return db.sql("select exists (select 1 from queue where raw and group_id = :group)")
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    /** False if there is one already. */
    boolean makeRaw(String name) {
        return db.sql("""
                                update queue
                                   set raw = true
                                 where name = :name
                                   and not exists (select 1 from queue where raw)
                                """).param("name", name).update() == 1;
    }

    boolean isTaken(String name, @Nullable QueueId own) {
        return db.sql("""
                select exists (select 1 from queue where lower(name) = lower(:name) and id is distinct from :own::bigint)
                """)
                .param("name", name)
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    /** One of the addresses that reaches another queue. */
    Optional<String> reachedElsewhere(List<String> addresses, @Nullable QueueId own) {
        return db.sql("""
                select address
                  from queue_address
                 where lower(address) = any(:addresses)
                   and queue_id is distinct from :own::bigint
                 order by address
                 limit 1
                """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("own", own == null ? null : own.value())
                .query(String.class)
                .optional();
    }

    /** Whether it is the queue or lies below it. */
    boolean isWithin(QueueId id, QueueId queue) {
        return db.sql("""
                with recursive below as (
                    select id from queue where id = :queue
                    union
                    select q.id from queue q join below b on q.parent_id = b.id)
                select exists (select 1 from below where id = :id)
                """)
                .param("queue", queue.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasValidBelow(QueueId id) {
        return db.sql("select exists (select 1 from queue where parent_id = :id and valid)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    QueueId insert(QueueSettings settings, String name) {
        return set(db.sql("""
                        insert into queue (name, parent_id, group_id, default_owner_id, default_responsible_id,
                                           on_closed, on_stranger, sender_name, idle_minutes, hours_id,
                                           valid)
                        values (:name, :parent, :group, :owner, :responsible, :onClosed, :onStranger, :sender, :idle, :hours,
                                :valid)
                        returning id
                        """), settings, name)
                .query((row, number) -> new QueueId(row.getLong("id")))
                .single();
    }

    /** False if it was changed since. */
    boolean update(QueueId id, int seen, QueueSettings settings, String name) {
        return set(db.sql("""
                                update queue
                                   set name = :name, parent_id = :parent, group_id = :group,
                                       default_owner_id = :owner, default_responsible_id = :responsible,
                                       on_closed = :onClosed, on_stranger = :onStranger, sender_name = :sender,
                                       idle_minutes = :idle, hours_id = :hours, valid = :valid,
                                       version = version + 1
                                 where id = :id
                                   and version = :seen
                                """), settings, name)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** The full names of all that lies below it, after its own. */
    void renameBelow(QueueId id, String name) {
        db.sql("""
                with recursive below as (
                    select id, :name::text as name from queue where id = :id
                    union all
                    select q.id, b.name || '::' || regexp_replace(q.name, '^.*::', '')
                      from queue q
                      join below b on q.parent_id = b.id)
                update queue q
                   set name = b.name, version = version + 1
                  from below b
                 where q.id = b.id
                   and q.name <> b.name
                """).param("id", id.value()).param("name", name).update();
    }

    void reachBy(QueueId id, List<String> addresses) {
        db.sql("delete from queue_address where queue_id = :id")
                .param("id", id.value())
                .update();
        db.sql("""
                insert into queue_address (queue_id, position, address)
                select :id, a.position, a.address
                  from unnest(:addresses) with ordinality as a (address, position)
                """)
                .param("id", id.value())
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec set(
            JdbcClient.StatementSpec statement, QueueSettings settings, String name) {
        var parent = settings.parent();
        var hours = settings.hours();
        return statement
                .param("name", name)
                .param("parent", parent == null ? null : parent.value())
                .param("group", settings.group().value())
                .param("owner", value(settings.defaultOwner()))
                .param("responsible", value(settings.defaultResponsible()))
                .param("onClosed", stored(settings.policy().onClosed()))
                .param("onStranger", stored(settings.policy().onStranger()))
                .param("sender", settings.senderName())
                .param("idle", settings.idleMinutes())
                .param("hours", hours == null ? null : hours.value())
                .param("valid", settings.valid());
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static String stored(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static KeptQueue kept(ResultSet row, int number) throws SQLException {
        var hours = row.getObject("hours_id", Long.class);
        return new KeptQueue(
                QueueSql.queue(row, number),
                row.getString("group_name"),
                Arrays.asList((String[]) row.getArray("addresses").getArray()),
                row.getString("sender_name"),
                MailPolicy.of(row.getString("on_closed"), row.getString("on_stranger")),
                row.getInt("idle_minutes"),
                hours == null ? null : new HoursId(hours),
                row.getInt("version"));
    }
}
