package sportello.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;
import sportello.ticket.State;

/** Everything that is told of the parts of the work, in one statement. */
@Component
class TallySql {
    /** Each queue counts for itself, for those above it that can be read, and for all together. */
    private static final String UP = """
            select q.id as queue_id, a.id as key
              from queue q
              join queue a on a.group_id = any(:sightGroups)
                          and (a.id = q.id or starts_with(lower(q.name), lower(a.name) || '::'))
             union all
            select id, 0 from queue""";

    private static final String TIMED = "percentile_cont(array[0.5, 0.9]) within group (order by ";

    private final JdbcClient db;

    TallySql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param keys how {@code t} joins the {@code key} of each part in which it counts, and 0
     * @param names a table that calls each by its number
     * @param always the parts that are told of even where nothing happened
     */
    private record Parts(String keys, String names, String always, String order) {
        static Parts of(Aspect aspect) {
            return switch (aspect) {
                case QUEUE ->
                    new Parts(
                            "join up u on u.queue_id = t.queue_id",
                            "queue",
                            "select id from queue where valid and group_id = any(:sightGroups)",
                            "lower(n.name), k.key");
                case RESPONSIBLE ->
                    column("responsible_id", "(select id, first_name || ' ' || last_name as name from agent)");
                case CUSTOMER -> column("customer_id", "customer");
                case TYPE -> column("type_id", "ticket_type");
            };
        }

        private static Parts column(String column, String names) {
            return new Parts(
                    "cross join lateral (values (coalesce(t." + column + ", -1)), (0)) u (key)",
                    names,
                    "select 0",
                    "coalesce(came.created, 0) desc, coalesce(gone.solved + gone.failed, 0) desc, lower(n.name), k.key");
        }
    }

    List<Tally> by(Aspect aspect, Moments moments, Courses courses, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        var parts = Parts.of(aspect);
        return db.sql("""
                with up as materialized (%s),
                course as materialized (
                    select hours, array_agg(edge order by no) as edges, array_agg(sum order by no) as sums
                      from unnest(:hours::bigint[], :edges::float8[], :sums::float8[])
                           with ordinality as c (hours, edge, sum, no)
                     group by hours),
                answered as materialized (%s),
                closed as materialized (%s),
                came as (%s),
                said as (%s),
                gone as (%s),
                here as (%s),
                again as (%s),
                known as (select key from came
                           union select key from said
                           union select key from gone
                           union select key from here
                           union select key from again
                           union %s)
                select k.key, coalesce(n.name, '') as name,
                       came.created, gone.solved, gone.failed, here.active, again.reopened, gone.duties,
                       said.worked as answered, said.elapsed as answered_in,
                       gone.worked as closed, gone.elapsed as closed_in, gone.unwaited
                  from known k
                  left join %s n on n.id = k.key
                  left join came on came.key = k.key
                  left join said on said.key = k.key
                  left join gone on gone.key = k.key
                  left join here on here.key = k.key
                  left join again on again.key = k.key
                 order by %s
                """.formatted(
                                UP,
                                timed("answered_at", sight),
                                timed("closed_at", sight),
                                came(parts, sight),
                                said(parts),
                                gone(parts),
                                here(parts, sight),
                                again(parts, sight),
                                parts.always(),
                                parts.names(),
                                parts.order()))
                .params(sight.parameters())
                .params(moments.parameters())
                .params(courses.parameters())
                .param("solved", State.CLOSED_SUCCESSFUL.id())
                .param("failed", State.CLOSED_UNSUCCESSFUL.id())
                .query(TallySql::tally)
                .list();
    }

    /** The tickets to which it happened in the span, with the seconds that they took until then. */
    private static String timed(String end, Sight sight) {
        return """
                select t.queue_id, t.responsible_id, t.customer_id, t.type_id, t.state_id, t.ascertained_at,
                       extract(epoch from t.%1$s - t.created_at)::float8 as elapsed,
                       %2$s - %3$s as worked,
                       (select coalesce(sum(%4$s - %5$s), 0)
                          from ticket_wait w
                         where w.ticket_id = t.id
                           and w.since < t.%1$s) as waited
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join course c on c.hours = case when q.hours_id = any(:own) then q.hours_id else :standard end
                 where t.%1$s >= :since
                   and t.%1$s < :until
                   and %6$s""".formatted(
                        end,
                        worked("t." + end),
                        worked("t.created_at"),
                        worked("least(w.until, t." + end + ")"),
                        worked("w.since"),
                        sight.condition());
    }

    /** By how many seconds the moment comes after the first of the course; odd edges begin work, even ones end it. */
    private static String worked(String moment) {
        return """
                (coalesce(c.sums[width_bucket(%1$s, c.edges)], 0)
                 + case when width_bucket(%1$s, c.edges) %% 2 = 1
                        then %1$s - c.edges[width_bucket(%1$s, c.edges)]
                        else 0 end)""".formatted("extract(epoch from " + moment + ")::float8");
    }

    private static String came(Parts parts, Sight sight) {
        return """
                select u.key, count(*) as created
                  from ticket t
                  %s
                 where t.created_at >= :since
                   and t.created_at < :until
                   and %s
                 group by u.key""".formatted(parts.keys(), sight.condition());
    }

    private static String said(Parts parts) {
        return """
                select u.key, %1$s t.worked) as worked, %1$s t.elapsed) as elapsed
                  from answered t
                  %2$s
                 group by u.key""".formatted(TIMED, parts.keys());
    }

    private static String gone(Parts parts) {
        return """
                select u.key, count(*) filter (where t.state_id = :solved) as solved,
                       count(*) filter (where t.state_id = :failed) as failed,
                       count(*) filter (where t.state_id = :failed and t.ascertained_at is null) as duties,
                       %1$s t.worked) as worked, %1$s t.elapsed) as elapsed, %1$s t.worked - t.waited) as unwaited
                  from closed t
                  %2$s
                 group by u.key""".formatted(TIMED, parts.keys());
    }

    private static String here(Parts parts, Sight sight) {
        return """
                select u.key, count(*) as active
                  from ticket t
                  %s
                 where t.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')
                   and %s
                 group by u.key""".formatted(parts.keys(), sight.condition());
    }

    private static String again(Parts parts, Sight sight) {
        return """
                select u.key, count(*) as reopened
                  from ticket_reopening r
                  join ticket t on t.id = r.ticket_id
                  %s
                 where r.at >= :since
                   and r.at < :until
                   and %s
                 group by u.key""".formatted(parts.keys(), sight.condition());
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getLong("key"),
                row.getString("name"),
                new Volume(
                        row.getInt("created"),
                        row.getInt("solved"),
                        row.getInt("failed"),
                        row.getInt("active"),
                        row.getInt("reopened"),
                        row.getInt("duties")),
                spread(row, "answered"),
                spread(row, "answered_in"),
                spread(row, "closed"),
                spread(row, "closed_in"),
                spread(row, "unwaited"));
    }

    private static @Nullable Spread spread(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        if (array == null) return null;
        var seconds = (Double[]) array.getArray();
        return new Spread(duration(seconds[0]), duration(seconds[1]));
    }

    private static Duration duration(double seconds) {
        return Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    }
}
