package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Actor;

@Component
class HistorySql {
    private final JdbcClient db;

    HistorySql(JdbcClient db) {
        this.db = db;
    }

    HistoryId append(TicketEvent event, Instant now) {
        return append(event, now, last(event.ticket())).id();
    }

    /** The whole history of a ticket that has none yet. */
    void begin(List<PastEvent> events) {
        var last = Last.NONE;
        for (var past : events) last = append(past.event(), past.at(), last);
    }

    private Last append(TicketEvent event, Instant at, Last last) {
        var line = new ChainLink(event.ticket().value(), last.no() + 1, Facts.type(event), Facts.of(event), at);
        var hash = line.hashAfter(last.hash());
        var id = db.sql("""
                insert into ticket_history (ticket_id, no, type, facts, agent_id, customer_user_id, at, hash)
                values (:ticket, :no, :type, :facts::json, :agent, :customerUser, :at, :hash)
                returning id
                """)
                .param("ticket", line.ticket())
                .param("no", line.no())
                .param("type", line.type())
                .param("facts", line.facts())
                .param(
                        "agent",
                        event.by() instanceof Actor.ByAgent agent ? agent.id().value() : null)
                .param(
                        "customerUser",
                        event.by() instanceof Actor.ByCustomerUser user
                                ? user.id().value()
                                : null)
                .param("at", Timestamp.from(at))
                .param("hash", hash)
                .query(Long.class)
                .single();
        return new Last(new HistoryId(id), line.no(), hash);
    }

    /** Oldest first. */
    List<HistoryLine> of(TicketId ticket) {
        return db.sql("""
                select id, no, at, facts::text as facts
                  from ticket_history
                 where ticket_id = :ticket
                 order by no
                """)
                .param("ticket", ticket.value())
                .query((row, number) -> new HistoryLine(
                        new HistoryId(row.getLong("id")),
                        row.getInt("no"),
                        row.getTimestamp("at").toInstant(),
                        Facts.read(row.getString("facts"))))
                .list();
    }

    /** The stored links of the chain, oldest first. */
    List<StoredLink> chainOf(TicketId ticket) {
        return db.sql("""
                select no, type, facts::text as facts, at, hash
                  from ticket_history
                 where ticket_id = :ticket
                 order by no
                """)
                .param("ticket", ticket.value())
                .query((row, number) -> new StoredLink(
                        new ChainLink(
                                ticket.value(),
                                row.getInt("no"),
                                row.getString("type"),
                                row.getString("facts"),
                                row.getTimestamp("at").toInstant()),
                        row.getBytes("hash")))
                .list();
    }

    private Last last(TicketId ticket) {
        return db.sql("""
                select id, no, hash
                  from ticket_history
                 where ticket_id = :ticket
                 order by no desc
                 limit 1
                """)
                .param("ticket", ticket.value())
                .query((row, number) ->
                        new Last(new HistoryId(row.getLong("id")), row.getInt("no"), row.getBytes("hash")))
                .optional()
                .orElse(Last.NONE);
    }

    record StoredLink(ChainLink link, byte[] hash) {}

    private record Last(HistoryId id, int no, byte @Nullable [] hash) {
        static final Last NONE = new Last(new HistoryId(0), 0, null);
    }
}
