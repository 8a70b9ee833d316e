package sportello.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;

/** What is told of the work as a whole. */
@Component
class FiguresSql {
    /** Why a ticket that is closed without success failed: what was found out since it was closed. */
    private static final String FOUND = """
            left join ascertainment s on s.ticket_id = t.id
                                     and s.closed_at = t.closed_at
            left join failure_cause f on f.id = s.cause_id""";

    private final JdbcClient db;

    FiguresSql(JdbcClient db) {
        this.db = db;
    }

    Volume volume(Moments moments, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select (select count(*)
                          from ticket t
                         where t.created_at >= :since
                           and t.created_at < :until
                           and %1$s) as created,
                       count(*) filter (where t.state_id = :solved) as solved,
                       count(*) filter (where t.state_id = :failed) as failed,
                       (select count(*)
                          from ticket_reopening r
                          join ticket t on t.id = r.ticket_id
                         where r.at >= :since
                           and r.at < :until
                           and %1$s) as reopened,
                       count(*) filter (where t.state_id = :failed and t.ascertained_at is null) as duties
                  from ticket t
                 where t.closed_at >= :since
                   and t.closed_at < :until
                   and %1$s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .params(moments.parameters())
                .param("solved", State.CLOSED_SUCCESSFUL.id())
                .param("failed", State.CLOSED_UNSUCCESSFUL.id())
                .query((row, number) -> new Volume(
                        row.getInt("created"),
                        row.getInt("solved"),
                        row.getInt("failed"),
                        0,
                        row.getInt("reopened"),
                        row.getInt("duties")))
                .single();
    }

    /** @param firsts the day with which each step begins, in their order */
    List<Movement> movements(List<LocalDate> firsts, Moments moments, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                with step as (
                    select first, first::timestamp at time zone :zone as since,
                           coalesce(lead(first::timestamp at time zone :zone) over (order by first), :until) as until
                      from unnest(:firsts::date[]) as s (first))
                select s.first,
                       (select count(*)
                          from ticket t
                         where t.created_at >= s.since
                           and t.created_at < s.until
                           and %1$s) as created,
                       (select count(*)
                          from ticket t
                         where t.closed_at >= s.since
                           and t.closed_at < s.until
                           and %1$s) as closed
                  from step s
                 order by s.first
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .params(moments.parameters())
                .param("zone", moments.zone().getId())
                .param("firsts", firsts.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, number) -> new Movement(
                        row.getObject("first", LocalDate.class), row.getInt("created"), row.getInt("closed")))
                .list();
    }

    List<Cause> causes(Moments moments, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select f.name, count(*) as count
                  from ticket t
                  %s
                 where t.state_id = :failed
                   and t.closed_at >= :since
                   and t.closed_at < :until
                   and %s
                 group by f.name
                 order by f.name is null, count(*) desc, lower(f.name)
                """.formatted(FOUND, sight.condition()))
                .params(sight.parameters())
                .params(moments.parameters())
                .param("failed", State.CLOSED_UNSUCCESSFUL.id())
                .query((row, number) -> new Cause(row.getString("name"), row.getInt("count")))
                .list();
    }

    List<Failure> failures(Moments moments, int most, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.number, t.title, q.name as queue, a.first_name || ' ' || a.last_name as responsible,
                       t.closed_at, f.name as cause, coalesce(s.corrective_action, '') as action, s.due_on
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join agent a on a.id = t.responsible_id
                  %s
                 where t.state_id = :failed
                   and t.closed_at >= :since
                   and t.closed_at < :until
                   and %s
                 order by t.closed_at desc, t.id desc
                 limit :most
                """.formatted(FOUND, sight.condition()))
                .params(sight.parameters())
                .params(moments.parameters())
                .param("failed", State.CLOSED_UNSUCCESSFUL.id())
                .param("most", most)
                .query(FiguresSql::failure)
                .list();
    }

    private static Failure failure(ResultSet row, int number) throws SQLException {
        return new Failure(
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                row.getString("queue"),
                row.getString("responsible"),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("cause"),
                row.getString("action"),
                row.getObject("due_on", LocalDate.class));
    }
}
