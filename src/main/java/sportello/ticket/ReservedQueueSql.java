package sportello.ticket;

import java.sql.Types;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

@Component
class ReservedQueueSql {
    private final JdbcClient db;

    ReservedQueueSql(JdbcClient db) {
        this.db = db;
    }

    /** In which of the queues a ticket is closed to whoever asks it for the customer; to nobody all reserved ones are. */
    Set<QueueId> closed(
            Collection<QueueId> queues,
            @Nullable CustomerUserId person,
            @Nullable CustomerId customer,
            boolean writes) {
        var reserved = writes ? Reserved.WRITABLE : Reserved.SEEN;
        return db.sql("""
                select t.queue_id
                  from (select unnest(:queues) as queue_id,
                               cast(:person as bigint) as customer_user_id,
                               cast(:customer as bigint) as customer_id) t
                  left join customer_user u on u.id = t.customer_user_id
                 where not %s
                """.formatted(reserved.condition()))
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .query((row, number) -> new QueueId(row.getLong("queue_id")))
                .set();
    }

    Set<CustomerUserId> closedTo(Collection<CustomerUserId> people, QueueId queue) {
        return db.sql("""
                select u.id
                  from customer_user u
                 cross join lateral (select cast(:queue as bigint) as queue_id, u.id as customer_user_id, u.customer_id) t
                 where u.id = any(:people)
                   and not %s
                """.formatted(Reserved.SEEN.condition()))
                .param("queue", queue.value())
                .param("people", people.stream().map(CustomerUserId::value).toArray(Long[]::new))
                .query((row, number) -> new CustomerUserId(row.getLong("id")))
                .set();
    }

    Set<TicketNumber> unseen(Collection<TicketNumber> tickets, CustomerUserId person) {
        return db.sql("""
                select t.number
                  from ticket t
                  join customer_user u on u.id = :person
                 where t.number = any(:tickets)
                   and not coalesce((t.customer_user_id = u.id or %s) and %s, false)
                """.formatted(Reserved.confirmed("t"), Reserved.SEEN.condition()))
                .param("tickets", tickets.stream().map(TicketNumber::value).toArray(String[]::new))
                .param("person", person.value())
                .query((row, number) -> new TicketNumber(row.getString("number")))
                .set();
    }

    /** Whether the person may answer in a ticket that exists for the person. */
    boolean takesWords(TicketId ticket, Sight writing) {
        return db.sql("select exists (select 1 from ticket t where t.id = :ticket and %s)"
                        .formatted(writing.condition()))
                .param("ticket", ticket.value())
                .params(writing.parameters())
                .query(Boolean.class)
                .single();
    }
}
