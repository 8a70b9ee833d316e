package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Actor;
import tools.jackson.databind.json.JsonMapper;

@Component
class HistorySql {
    private final JdbcClient db;

    HistorySql(JdbcClient db) {
        this.db = db;
    }

    HistoryId append(TicketEvent event, Instant now) {
        // one that was just opened has no line yet, and needs not be asked
        var last = event instanceof TicketEvent.Opened ? Last.NONE : last(event.ticket());
        var line = new ChainLink(event.ticket().value(), last.no() + 1, Facts.type(event), Facts.of(event), now);
        return new HistoryId(db.sql("""
                insert into ticket_history (ticket_id, no, type, facts, agent_id, customer_user_id, at, hash)
                values (:ticket, :no, :type, :facts::json, :agent, :customerUser, :at, :hash)
                returning id
                """)
                .param("ticket", line.ticket())
                .param("no", line.no())
                .param("type", line.type())
                .param("facts", line.facts())
                .param("agent", agent(event.by()))
                .param("customerUser", customerUser(event.by()))
                .param("at", Timestamp.from(now))
                .param("hash", line.hashAfter(last.hash()))
                .query(Long.class)
                .single());
    }

    /** The whole history of a ticket that has none yet. */
    void begin(List<PastEvent> events) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        byte[] before = null;
        for (var past : events) {
            var event = past.event();
            var no = rows.size() + 1;
            var line = new ChainLink(event.ticket().value(), no, Facts.type(event), Facts.of(event), past.at());
            before = line.hashAfter(before);
            rows.add(row(line, event.by(), before));
        }
        db.sql("""
                insert into ticket_history (ticket_id, no, type, facts, agent_id, customer_user_id, at, hash)
                select ticket, no, type, facts::json, agent, customer_user, at, decode(hash, 'hex')
                  from json_to_recordset(:rows::json)
                       as past (ticket bigint, no integer, type text, facts text, agent bigint, customer_user bigint,
                                at timestamptz, hash text)
                 order by no
                """).param("rows", JsonMapper.shared().writeValueAsString(rows)).update();
    }

    private static Map<String, @Nullable Object> row(ChainLink line, Actor by, byte[] hash) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("ticket", line.ticket());
        row.put("no", line.no());
        row.put("type", line.type());
        row.put("facts", line.facts());
        row.put("agent", agent(by));
        row.put("customer_user", customerUser(by));
        row.put("at", line.at().toString());
        row.put("hash", HexFormat.of().formatHex(hash));
        return row;
    }

    private static @Nullable Long agent(Actor by) {
        return by instanceof Actor.ByAgent agent ? agent.id().value() : null;
    }

    private static @Nullable Long customerUser(Actor by) {
        return by instanceof Actor.ByCustomerUser user ? user.id().value() : null;
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
                .query(HistorySql::line)
                .list();
    }

    /** Oldest first. */
    List<HistoryLine> since(Instant moment, TicketId ticket) {
        return db.sql("""
                select id, no, at, facts::text as facts
                  from ticket_history
                 where ticket_id = :ticket
                   and at > :moment
                 order by no
                """)
                .param("ticket", ticket.value())
                .param("moment", Timestamp.from(moment))
                .query(HistorySql::line)
                .list();
    }

    Optional<HistoryLine> lastOf(TicketId ticket) {
        return db.sql("""
                select id, no, at, facts::text as facts
                  from ticket_history
                 where ticket_id = :ticket
                 order by no desc
                 limit 1
                """)
                .param("ticket", ticket.value())
                .query(HistorySql::line)
                .optional();
    }

    private static HistoryLine line(ResultSet row, int number) throws SQLException {
        return new HistoryLine(
                new HistoryId(row.getLong("id")),
                row.getInt("no"),
                row.getTimestamp("at").toInstant(),
                Facts.read(row.getString("facts")));
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

    /** Its hash stays: who follows it was chained to that. */
    void erase(ChainLink line, String facts) {
        db.sql("select set_config('sportello.erasing', 'on', true)").query(row -> {});
        db.sql("update ticket_history set facts = :facts::json where ticket_id = :ticket and no = :no")
                .param("facts", facts)
                .param("ticket", line.ticket())
                .param("no", line.no())
                .update();
        db.sql("select set_config('sportello.erasing', 'off', true)").query(row -> {});
    }

    private Last last(TicketId ticket) {
        return db.sql("""
                select no, hash
                  from ticket_history
                 where ticket_id = :ticket
                 order by no desc
                 limit 1
                """)
                .param("ticket", ticket.value())
                .query((row, number) -> new Last(row.getInt("no"), row.getBytes("hash")))
                .optional()
                .orElse(Last.NONE);
    }

    record StoredLink(ChainLink link, byte[] hash) {}

    private record Last(int no, byte @Nullable [] hash) {
        static final Last NONE = new Last(0, null);
    }
}
