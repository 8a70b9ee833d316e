package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;

@Component
class StandingSql {
    private final JdbcClient db;

    StandingSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param asked whether this is who asked, and no colleague
     * @param mayWrite unless the ticket's group is reserved, and no right says so
     */
    record Known(Standing standing, boolean asked, boolean mayWrite) {}

    /**
     * The person behind the address, if the ticket is theirs, or that of an organisation to which it is confirmed that they
     * belong; first of all who may write, and of those whoever asked.
     */
    Optional<Known> asker(TicketId ticket, String address) {
        return db.sql("""
                select u.id, u.first_name || ' ' || u.last_name as name,
                       coalesce(u.id = t.customer_user_id, false) as asked,
                       %s as may_write
                  from ticket t
                  join customer_user u on u.valid
                                      and (lower(u.email) = lower(:address)
                                           or exists (select 1
                                                        from customer_user_address d
                                                       where d.customer_user_id = u.id
                                                         and lower(d.address) = lower(:address)))
                                      and (u.id = t.customer_user_id
                                           or u.confirmed
                                              and (u.customer_id = t.customer_id
                                                   or exists (select 1
                                                                from customer_user_further_customer f
                                                               where f.customer_user_id = u.id
                                                                 and f.customer_id = t.customer_id)))
                 where t.id = :ticket
                 order by may_write desc, asked desc, u.id
                 limit 1
                """.formatted(Reserved.WRITABLE.condition()))
                .param("ticket", ticket.value())
                .param("address", address)
                .query((row, number) -> new Known(
                        new Standing.Asker(new CustomerUserId(row.getLong("id")), row.getString("name")),
                        row.getBoolean("asked"),
                        row.getBoolean("may_write")))
                .optional();
    }

    /** Whether the last of these mails that is ours was none for customers to read. */
    boolean isInternal(List<String> names) {
        return db.sql("""
                        select not a.visible
                          from unnest(:names) with ordinality as named (name, place)
                          join article a on a.message_id = named.name and a.sender = 'agent'
                         order by named.place desc
                         limit 1
                        """)
                .param("names", names.toArray(String[]::new))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Whoever asked without being known to the house wrote the first article; who was mailed about it may answer. The
     * visible wins only if everything that went to the address was: what answers an internal mail stays internal.
     */
    Optional<Standing> correspondent(TicketId ticket, String address) {
        return db.sql("""
                select bool_and(visible) as visible
                  from (select a.visible
                          from article_recipient r
                          join article a on a.id = r.article_id
                         where a.ticket_id = :ticket
                           and lower(r.address) = lower(:address)
                           and r.letter_id is not null
                         union all
                        select true
                          from article a
                         where a.ticket_id = :ticket
                           and a.no = 1
                           and a.visible
                           and a.customer_user_id is null
                           and lower(a.sender_address) = lower(:address)) written
                having count(*) > 0
                """)
                .param("ticket", ticket.value())
                .param("address", address)
                .query((row, number) -> (Standing) new Standing.Correspondent(row.getBoolean("visible")))
                .optional();
    }
}
