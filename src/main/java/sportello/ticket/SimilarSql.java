package sportello.ticket;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerId;
import sportello.identity.Viewer.AgentViewer;

@Component
class SimilarSql {
    private final JdbcClient db;

    SimilarSql(JdbcClient db) {
        this.db = db;
    }

    /** While a title is still being typed it is only part of the other one. */
    List<SimilarTicket> similar(CustomerId customer, String title, AgentViewer viewer, int most) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select number, title, state_id, own_state_id, asked_by, created_at
                  from (select t.number, t.title, t.state_id, t.own_state_id, t.created_at,
                               coalesce(u.first_name || ' ' || u.last_name, '') as asked_by,
                               greatest(similarity(folded(:title), folded(t.title)),
                                        word_similarity(folded(:title), folded(t.title))) as likeness
                          from ticket t
                          left join customer_user u on u.id = t.customer_user_id
                         where t.customer_id = :customer
                           and %s
                           and %s) candidate
                 where likeness >= 0.4
                 order by likeness desc, created_at desc, number desc
                 limit :most
                """.formatted(Stage.ACTIVE.condition(), sight.condition()))
                .params(sight.parameters())
                .param("customer", customer.value())
                .param("title", title)
                .param("most", most)
                .query((row, number) -> new SimilarTicket(
                        new TicketNumber(row.getString("number")),
                        row.getString("title"),
                        Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                        row.getString("asked_by"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
