package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterId;
import sportello.queue.QueueId;

@Component
class BriefingSql {
    private final JdbcClient db;

    BriefingSql(JdbcClient db) {
        this.db = db;
    }

    Briefing on(TicketId ticket, @Nullable ArticleId article) {
        return db.sql("""
                select t.id, t.number, t.title, t.state_id, t.own_state_id, t.owner_id, t.responsible_id, t.customer_user_id,
                       array(select w.agent_id
                               from ticket_watch w
                               join agent g on g.id = w.agent_id
                              where w.ticket_id = t.id
                              order by g.last_name, g.first_name, g.id) as watchers,
                       t.pending_until, t.queue_id, q.name as queue, q.group_id, t.priority,
                       t.locked_at is not null as locked, t.type_id, coalesce(y.name, '') as type,
                       coalesce(s.name, '') as service, coalesce(s.for_customers, false) as service_for_customers,
                       coalesce(c.code, '') as customer_code,
                       array(select above.id
                               from queue above
                              where above.id = q.id or starts_with(q.name, above.name || '::')) as queues,
                       array(select above.id
                               from service above
                              where above.id = s.id or starts_with(s.name, above.name || '%s')) as services,
                       coalesce(c.name,
                                (select f.sender_name from article f where f.ticket_id = t.id and f.no = 1),
                                '') as customer,
                       coalesce(u.first_name || ' ' || u.last_name, '') as customer_user,
                       not %s as hidden,
                       a.id as article_id, a.visible, a.sender, a.channel, a.sender_name, a.subject, a.text_body, a.hand,
                       a.sender_address <> '' as by_mail,
                       a.sender_address <> ''
                           and exists (select 1
                                         from agent g
                                        where lower(g.email) = lower(a.sender_address)) as by_colleague,
                       array(select f.name from attachment f where f.article_id = a.id order by f.position) as files,
                       array(select r.address
                               from article_recipient r
                              where r.article_id = a.id and r.letter_id is not null
                              order by r.position) as addresses,
                       array(select r.letter_id
                               from article_recipient r
                              where r.article_id = a.id and r.letter_id is not null) as letters,
                       array(select d.agent_id
                               from article_addressee d
                              where d.article_id = a.id
                              order by d.agent_id) as addressees
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join ticket_type y on y.id = t.type_id
                  left join service s on s.id = t.service_id
                  left join customer c on c.id = t.customer_id
                  left join customer_user u on u.id = t.customer_user_id
                  left join article a on a.id = :article and a.ticket_id = t.id
                 where t.id = :ticket
                """.formatted(KeptChoice.BELOW, Reserved.SEEN.condition()))
                .param("ticket", ticket.value())
                .param("article", article == null ? null : article.value())
                .query(BriefingSql::briefing)
                .single();
    }

    Optional<LastWords> ofCustomer(TicketId ticket) {
        return db.sql("""
                select subject, text_body as text
                  from article
                 where ticket_id = :ticket
                   and sender = 'customer'
                   and visible
                 order by no desc
                 limit 1
                """)
                .param("ticket", ticket.value())
                .query(LastWords.class)
                .optional();
    }

    private static Briefing briefing(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        var responsible = row.getObject("responsible_id", Long.class);
        var customerUser = row.getObject("customer_user_id", Long.class);
        var pendingUntil = row.getTimestamp("pending_until");
        return new Briefing(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                new QueueId(row.getLong("queue_id")),
                row.getString("queue"),
                new GroupId(row.getLong("group_id")),
                owner == null ? null : new AgentId(owner),
                responsible == null ? null : new AgentId(responsible),
                agents(row, "watchers"),
                customerUser == null ? null : new CustomerUserId(customerUser),
                row.getString("customer"),
                row.getString("customer_user"),
                pendingUntil == null ? null : pendingUntil.toInstant(),
                traits(row),
                text(row));
    }

    private static Briefing.Traits traits(ResultSet row) throws SQLException {
        return new Briefing.Traits(
                row.getInt("priority"),
                row.getBoolean("locked"),
                Set.of((Long[]) row.getArray("queues").getArray()),
                row.getObject("type_id", Long.class),
                row.getString("type"),
                Set.of((Long[]) row.getArray("services").getArray()),
                row.getString("service"),
                row.getBoolean("service_for_customers"),
                row.getString("customer_code"),
                row.getBoolean("hidden"));
    }

    private static List<AgentId> agents(ResultSet row, String column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray())
                .map(AgentId::new)
                .toList();
    }

    private static Briefing.@Nullable Text text(ResultSet row) throws SQLException {
        var id = row.getObject("article_id", Long.class);
        return id == null
                ? null
                : new Briefing.Text(
                        new ArticleId(id),
                        row.getBoolean("visible"),
                        Sender.of(row.getString("sender")),
                        Channel.of(row.getString("channel")),
                        row.getString("sender_name"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        Hand.of(row.getString("hand")),
                        row.getBoolean("by_mail"),
                        row.getBoolean("by_colleague"),
                        List.of((String[]) row.getArray("files").getArray()),
                        List.of((String[]) row.getArray("addresses").getArray()),
                        Stream.of((Long[]) row.getArray("letters").getArray())
                                .map(LetterId::new)
                                .toList(),
                        agents(row, "addressees"));
    }
}
