package sportello.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Refusal;
import sportello.ticket.AsItWas;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketNumber;

@Component
class BulkSql {
    private final JdbcClient db;

    BulkSql(JdbcClient db) {
        this.db = db;
    }

    BulkId insert(BulkAction action, @Nullable BulkId undoes, List<TicketNumber> tickets, AgentId by, Instant now) {
        var id = new BulkId(db.sql("""
                insert into bulk (agent_id, action, undoes_id, created_at)
                values (:agent, :action::jsonb, :undoes, :now)
                returning id
                """)
                .param("agent", by.value())
                .param("action", BulkFacts.of(action))
                .param("undoes", undoes == null ? null : undoes.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
        db.sql("""
                insert into bulk_ticket (bulk_id, position, number)
                select :bulk, position, number
                  from unnest(:numbers::text[]) with ordinality as chosen (number, position)
                """)
                .param("bulk", id.value())
                .param("numbers", tickets.stream().map(TicketNumber::value).toArray(String[]::new))
                .update();
        return id;
    }

    /** The bulk, if it is the agent's own. */
    Optional<Bulk> find(BulkId id, AgentId by) {
        return db.sql("""
                select b.id, b.action::text as action, b.created_at,
                       (select u.id from bulk u where u.undoes_id = b.id) as undone_by,
                       count(*) filter (where t.outcome = 'waiting') as waiting,
                       count(*) filter (where t.outcome = 'done') as done,
                       count(*) filter (where t.outcome = 'refused') as refused,
                       count(*) filter (where t.outcome = 'unchanged') as unchanged
                  from bulk b
                  join bulk_ticket t on t.bulk_id = b.id
                 where b.id = :id
                   and b.agent_id = :agent
                 group by b.id
                """)
                .param("id", id.value())
                .param("agent", by.value())
                .query(BulkSql::bulk)
                .optional();
    }

    /** Nobody else undoes it until the transaction ends. */
    void lock(BulkId id) {
        db.sql("select id from bulk where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    List<RefusedTicket> refused(BulkId id) {
        return db.sql("""
                select number, refusal::text as refusal
                  from bulk_ticket
                 where bulk_id = :id
                   and outcome = 'refused'
                 order by position
                """)
                .param("id", id.value())
                .query((row, number) -> new RefusedTicket(
                        new TicketNumber(row.getString("number")), BulkFacts.refusal(row.getString("refusal"))))
                .list();
    }

    /** The tickets that it changed, the last first. */
    List<TicketNumber> changed(BulkId id) {
        return db.sql("""
                select number
                  from bulk_ticket
                 where bulk_id = :id
                   and outcome = 'done'
                 order by position desc
                """)
                .param("id", id.value())
                .query((row, number) -> new TicketNumber(row.getString("number")))
                .list();
    }

    /** What it did to the ticket, and the history lines before and at the end of that. */
    Optional<Past> pastOf(TicketNumber ticket, BulkId id) {
        return db.sql("""
                select b.action::text as action, t.before_id, t.line_id, t.was::text as was
                  from bulk_ticket t
                  join bulk b on b.id = t.bulk_id
                 where t.bulk_id = :id
                   and t.number = :number
                   and t.line_id is not null
                """)
                .param("id", id.value())
                .param("number", ticket.value())
                .query((row, number) -> new Past(
                        BulkFacts.action(row.getString("action")),
                        new HistoryId(row.getLong("before_id")),
                        new HistoryId(row.getLong("line_id")),
                        was(row.getString("was"))))
                .optional();
    }

    /** Whatever is done at this position comes after this line of the ticket's history, which then stood like that. */
    void begins(BulkId id, int position, @Nullable HistoryId line, @Nullable AsItWas was) {
        db.sql("""
                update bulk_ticket
                   set before_id = :line, was = :was::jsonb
                 where bulk_id = :id
                   and position = :position
                """)
                .param("line", line == null ? null : line.value())
                .param("was", was == null ? null : BulkFacts.of(was))
                .param("id", id.value())
                .param("position", position)
                .update();
    }

    /** In their order. */
    List<Integer> waiting(BulkId id) {
        return db.sql("""
                select position
                  from bulk_ticket
                 where bulk_id = :id
                   and outcome = 'waiting'
                 order by position
                """)
                .param("id", id.value())
                .query((row, number) -> row.getInt("position"))
                .list();
    }

    /** What is to be done at this position, held until the transaction ends; nothing if somebody else is at it or was. */
    Optional<Turn> take(BulkId id, int position) {
        return db.sql("""
                select t.number, b.action::text as action, b.agent_id
                  from bulk_ticket t
                  join bulk b on b.id = t.bulk_id
                 where t.bulk_id = :id
                   and t.position = :position
                   and t.outcome = 'waiting'
                   for update of t skip locked
                """)
                .param("id", id.value())
                .param("position", position)
                .query((row, number) -> new Turn(
                        new TicketNumber(row.getString("number")),
                        BulkFacts.action(row.getString("action")),
                        new AgentId(row.getLong("agent_id"))))
                .optional();
    }

    void done(BulkId id, int position, HistoryId line) {
        over(id, position, "done", null, line);
    }

    void unchanged(BulkId id, int position) {
        over(id, position, "unchanged", null, null);
    }

    void refused(BulkId id, int position, Refusal why) {
        over(id, position, "refused", why, null);
    }

    private void over(BulkId id, int position, String outcome, @Nullable Refusal why, @Nullable HistoryId line) {
        db.sql("""
                update bulk_ticket
                   set outcome = :outcome, refusal = :refusal::jsonb, line_id = :line
                 where bulk_id = :id
                   and position = :position
                   and outcome = 'waiting'
                """)
                .param("id", id.value())
                .param("position", position)
                .param("outcome", outcome)
                .param("refusal", why == null ? null : BulkFacts.of(why))
                .param("line", line == null ? null : line.value())
                .update();
    }

    private static @Nullable AsItWas was(@Nullable String stored) {
        return stored == null ? null : BulkFacts.was(stored);
    }

    private static Bulk bulk(ResultSet row, int number) throws SQLException {
        var undoneBy = row.getObject("undone_by", Long.class);
        return new Bulk(
                new BulkId(row.getLong("id")),
                BulkFacts.action(row.getString("action")),
                row.getTimestamp("created_at").toInstant(),
                undoneBy == null ? null : new BulkId(undoneBy),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getInt("unchanged"));
    }

    /**
     * What was done to one ticket.
     *
     * @param before the line of the ticket's history before; 0 where it was not noted
     * @param left the line that tells of it
     * @param was how the ticket stood before; null where it was not noted
     */
    record Past(
            BulkAction action,
            HistoryId before,
            HistoryId left,
            @Nullable AsItWas was) {}

    /** One ticket whose turn it is. */
    record Turn(TicketNumber ticket, BulkAction action, AgentId by) {}
}
