package sportello.ticket;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.base.Column;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.Field;
import sportello.field.WholeField;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.ticket.TicketFile.Asker;
import sportello.ticket.TicketFile.Person;

@Component
class TicketFileSql {
    private final JdbcClient db;

    TicketFileSql(JdbcClient db) {
        this.db = db;
    }

    Optional<TicketFile> find(TicketNumber number, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        var drafts = DraftSight.of(viewer);
        return db.sql("""
                select t.id, t.number, t.title, t.queue_id, q.name as queue, q.group_id, t.state_id, t.own_state_id, t.priority,
                       t.type_id, y.name as type, t.service_id, s.name as service,
                       t.type_id is not null or exists (select 1 from ticket_type where valid) as asked_type,
                       t.service_id is not null or exists (select 1 from service where valid) as asked_service,
                       exists (select 1 from ticket_field v where v.ticket_id = t.id) as filled,
                       exists (select 1 from customer_field v where v.customer_id = t.customer_id)
                           or exists (select 1
                                        from customer_user_field v
                                       where v.customer_user_id = t.customer_user_id) as asker_filled,
                       exists (select 1
                                 from field f
                                 join field_screen fs on fs.field_id = f.id and fs.screen = 'ticket'
                                where f.subject = 'ticket' and f.valid) as asks_fields,
                       array(select %s
                               from field f
                              where f.subject = 'article' and f.valid
                              order by f.position, f.id) as article_fields,
                       t.owner_id, o.first_name || ' ' || o.last_name as owner,
                       t.responsible_id, r.first_name || ' ' || r.last_name as responsible,
                       t.locked_at, t.pending_until, t.created_at, t.changed_at, t.closed_at, t.ascertained_at, t.archived_at,
                       t.merged_into_id, t.version,
                       exists (select 1 from ticket_watch w where w.ticket_id = t.id and w.agent_id = :viewer) as watched,
                       (select jsonb_agg(jsonb_build_object('id', d.id, 'shared', d.shared, 'kind', d.kind,
                                                            'holder', (select h.first_name || ' ' || h.last_name
                                                                         from agent h
                                                                        where h.id = d.agent_id
                                                                          and h.id <> :viewer),
                                                             'article', d.article_no,
                                                            'call', d.content ->> 'call', 'savedAt', d.saved_at)
                                         order by d.saved_at desc)
                          from draft d
                         where d.ticket_id = t.id
                           and d.sent_as is null
                           and (d.agent_id = :viewer or %s))::text as drafts,
                       cause.name as cause, found.text as cause_text, found.corrective_action, found.due_on,
                       finder.first_name || ' ' || finder.last_name as found_by, found.at as found_at,
                       c.id as customer_id, c.name as customer, c.code, c.city, u.id as customer_user_id,
                       u.first_name || ' ' || u.last_name as customer_user, u.first_name, u.email, u.phone,
                       (select b.at from bounced_address b where b.address = lower(u.email)) as bounced_at,
                       (select coalesce(sum(w.minutes), 0) from article w where w.ticket_id = t.id) as minutes,
                       (select count(*)
                          from ticket a
                          join queue aq on aq.id = a.queue_id and aq.group_id = any(:sightGroups)
                         where a.customer_user_id = t.customer_user_id
                           and a.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')) as open_of_user,
                       (select count(*)
                          from ticket a
                          join queue aq on aq.id = a.queue_id and aq.group_id = any(:sightGroups)
                         where a.customer_id = t.customer_id
                           and a.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')) as open_of_customer,
                       %s as limits
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                  left join customer c on c.id = t.customer_id
                  left join customer_user u on u.id = t.customer_user_id
                  left join ascertainment found on found.ticket_id = t.id and found.closed_at = t.closed_at
                  left join failure_cause cause on cause.id = found.cause_id
                  left join agent finder on finder.id = found.agent_id
                 where t.number = :number
                   and %s
                """.formatted(WholeField.VALUE, drafts.condition(), LimitSql.IN_FORCE, sight.condition()))
                .params(sight.parameters())
                .params(drafts.parameters())
                .param("number", number.value())
                .param("viewer", viewer.id().value())
                .param(LimitSql.FOR, viewer.id().value(), Types.BIGINT)
                .query(TicketFileSql::file)
                .optional();
    }

    Optional<TicketNumber> numberOf(TicketId id, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.number
                  from ticket t
                 where t.id = :id
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(TicketNumber::new);
    }

    private static TicketFile file(ResultSet row, int number) throws SQLException {
        var mergedInto = row.getObject("merged_into_id", Long.class);
        return new TicketFile(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                new QueueId(row.getLong("queue_id")),
                row.getString("queue"),
                new GroupId(row.getLong("group_id")),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Priority.of(row.getInt("priority")),
                new Classes(choice(row, "type"), choice(row, "service")),
                new AskedClasses(row.getBoolean("asked_type"), row.getBoolean("asked_service")),
                row.getBoolean("filled"),
                row.getBoolean("asks_fields"),
                fields(row.getArray("article_fields")),
                person(row, "owner"),
                person(row, "responsible"),
                Column.instant(row, "locked_at"),
                Column.instant(row, "pending_until"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Column.instant(row, "closed_at"),
                Column.instant(row, "ascertained_at"),
                Column.instant(row, "archived_at"),
                ascertainment(row),
                mergedInto == null ? null : new TicketId(mergedInto),
                row.getBoolean("watched"),
                DraftSql.listed(row.getString("drafts")),
                row.getInt("version"),
                asker(row),
                row.getInt("minutes"),
                LimitSql.read(row.getString("limits")));
    }

    private static List<Field> fields(Array values) throws SQLException {
        return Stream.of((String[]) values.getArray()).map(WholeField::read).toList();
    }

    private static @Nullable Choice choice(ResultSet row, String said) throws SQLException {
        var name = row.getString(said);
        return name == null ? null : new Choice(row.getLong(said + "_id"), name);
    }

    private static @Nullable Person person(ResultSet row, String role) throws SQLException {
        var id = row.getObject(role + "_id", Long.class);
        return id == null ? null : new Person(new AgentId(id), row.getString(role));
    }

    private static @Nullable Ascertainment ascertainment(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        if (cause == null) return null;
        var dueOn = row.getDate("due_on");
        return new Ascertainment(
                cause,
                row.getString("cause_text"),
                row.getString("corrective_action"),
                dueOn == null ? null : dueOn.toLocalDate(),
                row.getString("found_by"),
                row.getTimestamp("found_at").toInstant());
    }

    private static @Nullable Asker asker(ResultSet row) throws SQLException {
        if (row.getString("customer") == null) return null;
        var user = row.getString("customer_user");
        return new Asker(
                new CustomerId(row.getLong("customer_id")),
                row.getString("customer"),
                row.getString("code"),
                row.getString("city"),
                user == null ? null : new CustomerUserId(row.getLong("customer_user_id")),
                user,
                user == null ? "" : row.getString("first_name"),
                user == null ? "" : row.getString("email"),
                user == null ? "" : row.getString("phone"),
                Column.instant(row, "bounced_at"),
                row.getInt("open_of_user"),
                row.getInt("open_of_customer"),
                row.getBoolean("asker_filled"));
    }
}
