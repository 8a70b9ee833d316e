package sportello.ticket;

import java.sql.Types;
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

    /** Of a ticket that the person asks for the customer, in the queue. */
    boolean isOpen(QueueId queue, CustomerUserId person, @Nullable CustomerId customer, boolean writes) {
        var reserved = new Reserved("u.id", Reserved.CONFIRMED, writes);
        return db.sql("""
                select exists (select 1
                                 from (select cast(:queue as bigint) as queue_id,
                                              cast(:person as bigint) as customer_user_id,
                                              cast(:customer as bigint) as customer_id) t
                                 join customer_user u on u.id = t.customer_user_id
                                where %s)
                """.formatted(reserved.condition()))
                .param("queue", queue.value())
                .param("person", person.value())
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .query(Boolean.class)
                .single();
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
