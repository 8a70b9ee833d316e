package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerUserId;
import sportello.storage.Hash;

/** Finds by the person, whoever may see the ticket now: what somebody wrote is the person's own. */
@Component
class WritingSql {
    private final JdbcClient db;

    WritingSql(JdbcClient db) {
        this.db = db;
    }

    List<TicketNumber> requests(CustomerUserId id) {
        return db.sql("""
                select number
                  from ticket
                 where customer_user_id = :id
                   and state_type <> 'removed'
                 order by created_at, id
                """)
                .param("id", id.value())
                .query((row, no) -> new TicketNumber(row.getString("number")))
                .list();
    }

    List<Writing> elsewhere(CustomerUserId id) {
        return db.sql("""
                select a.id, t.number, a.no, a.created_at, a.subject, a.text_body
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where a.customer_user_id = :id
                   and a.event is null
                   and (t.customer_user_id is distinct from :id or not a.visible or t.state_type = 'removed')
                 order by a.id
                """)
                .param("id", id.value())
                .query((row, no) -> writing(row))
                .list();
    }

    private Writing writing(ResultSet row) throws SQLException {
        return new Writing(
                new TicketNumber(row.getString("number")),
                row.getInt("no"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("subject"),
                row.getString("text_body"),
                files(row.getLong("id")));
    }

    private List<RequestFileContent> files(long article) {
        return db.sql("""
                select name, media_type, size, hash
                  from attachment
                 where article_id = :article
                 order by position
                """)
                .param("article", article)
                .query((row, no) -> new RequestFileContent(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        Hash.of(row.getBytes("hash"))))
                .list();
    }
}
