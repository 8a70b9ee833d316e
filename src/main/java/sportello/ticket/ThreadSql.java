package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

@Component
class ThreadSql {
    private final JdbcClient db;

    ThreadSql(JdbcClient db) {
        this.db = db;
    }

    Optional<TicketId> of(TicketNumber number) {
        return db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query((row, no) -> new TicketId(row.getLong("id")))
                .optional();
    }

    /** The ticket of the first of the names that an article bears. */
    Optional<TicketId> ofMails(List<String> messageIds) {
        return db.sql("""
                select a.ticket_id
                  from unnest(:names) with ordinality as sought (name, place)
                  join article a on a.message_id = sought.name
                 where not a.unverified
                 order by sought.place, a.id
                 limit 1
                """)
                .param("names", messageIds.toArray(String[]::new))
                .query((row, no) -> new TicketId(row.getLong("ticket_id")))
                .optional();
    }

    /** Case does not count: people copy numbers by hand. */
    Optional<TicketId> holding(String field, String line) {
        return db.sql("""
                select t.id
                  from ticket_field v
                  join ticket t on t.id = v.ticket_id
                 where v.field_id = (select id from field where name = :field and subject = 'ticket')
                   and left(lower(v.text), 200) = lower(:line)
                   and t.state_type <> 'removed'
                 order by t.state_type in ('closed', 'merged'), t.id desc
                 limit 1
                """)
                .param("field", field)
                .param("line", line)
                .query((row, no) -> new TicketId(row.getLong("id")))
                .optional();
    }

    TicketStand stand(TicketId id) {
        return db.sql("""
                select t.state_id, t.own_state_id, q.name as queue, nullif(concat_ws(' ', o.first_name, o.last_name), '') as owner,
                       nullif(concat_ws(' ', r.first_name, r.last_name), '') as responsible, t.priority, y.name as type,
                       s.name as service, t.locked_at is not null as locked
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                 where t.id = :id
                """)
                .param("id", id.value())
                .query((row, no) -> new TicketStand(
                        Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                        row.getString("queue"),
                        row.getString("owner"),
                        row.getString("responsible"),
                        row.getInt("priority"),
                        row.getString("type"),
                        row.getString("service"),
                        row.getBoolean("locked")))
                .single();
    }

    /** Where the ticket goes on if it was merged. */
    Optional<MailThread> end(TicketId id) {
        return db.sql("""
                with recursive way (id, next) as (
                    select id, merged_into_id from ticket where id = :id
                     union
                    select t.id, t.merged_into_id from ticket t join way w on t.id = w.next)
                select t.id, t.number, t.queue_id, t.state_id, t.own_state_id
                  from way w
                  join ticket t on t.id = w.id
                 where w.next is null
                   and t.state_type not in ('merged', 'removed')
                """)
                .param("id", id.value())
                .query((row, no) -> new MailThread(
                        new TicketId(row.getLong("id")),
                        new TicketNumber(row.getString("number")),
                        new QueueId(row.getLong("queue_id")),
                        Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class))))
                .optional();
    }
}
