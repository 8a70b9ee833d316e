package sportello.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Which tickets are kept no longer, and what became of the nights. */
@Component
class RetentionSql {
    /** A merged ticket goes with the one it went into, and a hold on it, or on its organisation, holds both. */
    private static final String DUE = """
            with counts as (
                select q.id as queue_id, nearest.id as rule_id, nearest.months
                  from queue q
                 cross join lateral (select r.id, r.months
                                       from retention_rule r
                                       left join queue above on above.id = r.queue_id
                                      where r.valid
                                        and (r.queue_id is null
                                             or r.queue_id = q.id
                                             or starts_with(lower(q.name), lower(above.name) || '::'))
                                      order by length(above.name) desc nulls last
                                      limit 1) nearest),
                due as (
                select t.id, t.number, t.closed_at, counts.rule_id,
                       exists (select 1 from legal_hold)
                       and exists (with recursive family as (select t.id, t.customer_id
                                                              union
                                                             select m.id, m.customer_id
                                                               from ticket m
                                                               join family f on f.id = m.merged_into_id)
                                   select 1
                                     from family f
                                     join legal_hold h on h.ticket_id = f.id or h.customer_id = f.customer_id) as held
                  from ticket t
                  join counts on counts.queue_id = t.queue_id
                 where t.closed_at is not null
                   and (t.emptied_at is null or t.emptied_at < t.closed_at)
                   and t.closed_at < cast(:now as timestamptz) - make_interval(months => counts.months))
            """;

    private final JdbcClient db;

    RetentionSql(JdbcClient db) {
        this.db = db;
    }

    record Due(TicketId ticket, long rule) {}

    /** The oldest that nobody holds or works on; nobody else changes them until the transaction ends. */
    List<Due> take(Instant now, int most) {
        return at(now, DUE + """
                select due.id, due.rule_id
                  from due
                  join ticket on ticket.id = due.id
                 where not due.held
                 order by due.closed_at, due.id
                 limit :most
                   for update of ticket skip locked
                """)
                .param("most", most)
                .query((row, no) -> new Due(new TicketId(row.getLong("id")), row.getLong("rule_id")))
                .list();
    }

    List<Retention.Tonight> counts(Instant now) {
        return at(now, DUE + """
                select rule_id as rule, count(*) filter (where not held) as goes, count(*) filter (where held) as held
                  from due
                 group by rule_id
                 order by rule_id
                """)
                .query((row, no) -> new Retention.Tonight(row.getLong("rule"), row.getInt("goes"), row.getInt("held")))
                .list();
    }

    List<TicketNumber> first(Instant now, int most) {
        return at(now, DUE + """
                select number
                  from due
                 where not held
                 order by closed_at, id
                 limit :most
                """)
                .param("most", most)
                .query((row, no) -> new TicketNumber(row.getString("number")))
                .list();
    }

    private JdbcClient.StatementSpec at(Instant now, String statement) {
        return db.sql(statement).param("now", Timestamp.from(now));
    }

    void emptied(long rule, LocalDate day, int emptied) {
        db.sql("""
                insert into retention_night (rule_id, day, emptied, held)
                values (:rule, :day, :emptied, 0)
                on conflict (rule_id, day) do update set emptied = retention_night.emptied + excluded.emptied
                """)
                .param("rule", rule)
                .param("day", day)
                .param("emptied", emptied)
                .update();
    }

    void held(long rule, LocalDate day, int held) {
        db.sql("""
                insert into retention_night (rule_id, day, emptied, held)
                values (:rule, :day, 0, :held)
                on conflict (rule_id, day) do update set held = excluded.held
                """).param("rule", rule).param("day", day).param("held", held).update();
    }

    /** The latest first. */
    List<Retention.Night> nights(int most) {
        return db.sql("""
                select n.rule_id as rule, n.day, coalesce(q.name, '') as queue, n.emptied, n.held
                  from retention_night n
                  join retention_rule r on r.id = n.rule_id
                  left join queue q on q.id = r.queue_id
                 order by n.day desc, q.name nulls last
                 limit :most
                """)
                .param("most", most)
                .query((row, no) -> new Retention.Night(
                        row.getLong("rule"),
                        row.getObject("day", LocalDate.class),
                        row.getString("queue"),
                        row.getInt("emptied"),
                        row.getInt("held")))
                .list();
    }
}
