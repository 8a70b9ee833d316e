package sportello.print;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.storage.Hash;
import sportello.storage.StoredFile;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

@Component
class PrintoutSql {
    private final JdbcClient db;

    PrintoutSql(JdbcClient db) {
        this.db = db;
    }

    PrintoutId insert(TicketId ticket, AgentId by, boolean internal, int articles, Instant now) {
        return new PrintoutId(db.sql("""
                insert into printout (ticket_id, agent_id, internal, articles, created_at)
                values (:ticket, :agent, :internal, :articles, :now)
                returning id
                """)
                .param("ticket", ticket.value())
                .param("agent", by.value())
                .param("internal", internal)
                .param("articles", articles)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    Optional<Printout> find(PrintoutId id) {
        return db.sql("""
                select p.id, t.number, p.agent_id, p.internal, p.articles, p.done, p.hash, p.size
                  from printout p
                  join ticket t on t.id = p.ticket_id
                 where p.id = :id
                """).param("id", id.value()).query(PrintoutSql::printout).optional();
    }

    void progress(PrintoutId id, int done) {
        db.sql("update printout set done = :done where id = :id")
                .param("done", done)
                .param("id", id.value())
                .update();
    }

    void finish(PrintoutId id, StoredFile file) {
        db.sql("""
                update printout
                   set done = articles, hash = :hash, size = :size
                 where id = :id
                """)
                .param("hash", file.hash().bytes())
                .param("size", file.size())
                .param("id", id.value())
                .update();
    }

    private static Printout printout(ResultSet row, int number) throws SQLException {
        var hash = row.getBytes("hash");
        return new Printout(
                new PrintoutId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                new AgentId(row.getLong("agent_id")),
                row.getBoolean("internal"),
                row.getInt("articles"),
                row.getInt("done"),
                hash == null ? null : new StoredFile(Hash.of(hash), row.getLong("size")));
    }

    /** The bytes of those that were finished. */
    Set<Hash> forget(Collection<TicketId> tickets) {
        return db
                .sql("delete from printout where ticket_id = any(:tickets) returning hash")
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, number) ->
                        Optional.ofNullable(row.getBytes("hash")).map(Hash::of))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(toSet());
    }
}
