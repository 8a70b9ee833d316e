package sportello.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

@Component
class HoldSql {
    private static final String HOLDS = """
            select h.id, t.number, coalesce(c.name, '') as customer, h.reason, h.since,
                   g.first_name || ' ' || g.last_name as placed_by
              from legal_hold h
              join agent g on g.id = h.agent_id
              left join ticket t on t.id = h.ticket_id
              left join customer c on c.id = h.customer_id
            """;

    private final JdbcClient db;

    HoldSql(JdbcClient db) {
        this.db = db;
    }

    /** Of organisations for which the person asks, and of tickets that the person asked or wrote in. */
    List<Hold> on(CustomerUserId person) {
        return db.sql(HOLDS + """
                 where h.customer_id in (select customer_id from customer_user where id = :person
                                          union
                                         select customer_id
                                           from customer_user_further_customer
                                          where customer_user_id = :person)
                    or t.customer_user_id = :person
                    or exists (select 1
                                 from article a
                                where a.ticket_id = h.ticket_id
                                  and a.customer_user_id = :person)
                 order by h.id
                """)
                .param("person", person.value())
                .query(HoldSql::hold)
                .list();
    }

    List<Hold> on(Collection<TicketId> tickets) {
        return db.sql(HOLDS + " where h.ticket_id = any(:tickets) order by h.id")
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query(HoldSql::hold)
                .list();
    }

    Optional<Hold> find(long id) {
        return db.sql(HOLDS + " where h.id = :id")
                .param("id", id)
                .query(HoldSql::hold)
                .optional();
    }

    Optional<TicketId> ticket(TicketNumber number) {
        return db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query((row, no) -> new TicketId(row.getLong("id")))
                .optional();
    }

    /** Empty if there is one already. */
    Optional<Long> place(
            @Nullable CustomerId customer, @Nullable TicketId ticket, String reason, AgentId by, Instant now) {
        return db.sql("""
                insert into legal_hold (customer_id, ticket_id, reason, agent_id, since)
                values (:customer, :ticket, :reason, :agent, :now)
                on conflict do nothing
                returning id
                """)
                .param("customer", customer == null ? null : customer.value())
                .param("ticket", ticket == null ? null : ticket.value())
                .param("reason", reason)
                .param("agent", by.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    void lift(long id) {
        db.sql("delete from legal_hold where id = :id").param("id", id).update();
    }

    private static Hold hold(ResultSet row, int no) throws SQLException {
        var number = row.getString("number");
        return new Hold(
                row.getLong("id"),
                number == null ? null : new TicketNumber(number),
                row.getString("customer"),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getTimestamp("since").toInstant());
    }
}
