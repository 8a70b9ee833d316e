package sportello.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JobSql {
    /** What is at work is to begin anew now; to be narrowed. */
    private static final String TAKE_BACK = """
            update scheduled_tasks
               set picked = false, picked_by = null, last_heartbeat = null,
                   execution_time = least(execution_time, :now), version = version + 1
             where picked
            """;

    private final JdbcClient db;

    JobSql(JdbcClient db) {
        this.db = db;
    }

    /** Where it is staged already, it stays as it is. */
    void stage(String name, String instance, Instant at) {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (:name, :instance, :at, false, 1)
                    on conflict (task_name, task_instance) do nothing
                """)
                .param("name", name)
                .param("instance", instance)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<JobKind> kinds(Instant now) {
        return db.sql("""
                select task_name, count(*) as staged,
                       count(*) filter (where picked) as running,
                       count(*) filter (where not picked and execution_time <= :now) as due,
                       count(*) filter (where consecutive_failures > 0) as failing,
                       min(execution_time) filter (where not picked and execution_time <= :now) as oldest,
                       min(execution_time) filter (where not picked) as next
                  from scheduled_tasks
                 group by task_name
                 order by task_name
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new JobKind(
                        row.getString("task_name"),
                        row.getInt("staged"),
                        row.getInt("due"),
                        row.getInt("running"),
                        row.getInt("failing"),
                        instant(row, "oldest"),
                        instant(row, "next")))
                .list();
    }

    /** Those that are tried again, and those that were given up; the latest failure first. */
    List<FailingJob> failing(int most) {
        return db.sql("""
                select coalesce(t.task_name, f.task_name) as task_name,
                       coalesce(t.task_instance, f.task_instance) as task_instance,
                       coalesce(t.consecutive_failures, 0) as failures,
                       coalesce(f.at, t.last_failure) as failed_at,
                       coalesce(f.error, '') as error, t.execution_time
                  from (select * from scheduled_tasks where consecutive_failures > 0) t
                  full join job_failure f on f.task_name = t.task_name and f.task_instance = t.task_instance
                 order by failed_at desc, task_name, task_instance
                 limit :most
                """).param("most", most).query(JobSql::failing).list();
    }

    /**
     * Puts jobs in front, one statement for however many; the library would take two for each.
     *
     * @return how many: neither what is at work nor what is gone
     */
    int hasten(String name, Collection<String> instances, Instant now) {
        return db.sql("""
                update scheduled_tasks
                   set execution_time = least(execution_time, :now), version = version + 1
                 where task_name = :name
                   and task_instance = any(:instances)
                   and not picked
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .param("instances", instances.toArray(String[]::new))
                .update();
    }

    /** Whatever is at work is to begin anew now. */
    void takeBack(Instant now) {
        db.sql(TAKE_BACK).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * What a node has picked and is not at work at is to begin anew now.
     *
     * @param atWork those that it is at work at, as {@code name/instance}
     * @param before when it must have picked them
     */
    int takeBack(String node, Collection<String> atWork, Instant before, Instant now) {
        return db.sql(TAKE_BACK + """
                   and picked_by = :node
                   and last_heartbeat < :before
                   and task_name || '/' || task_instance <> all(:atWork)
                """)
                .param("node", node)
                .param("atWork", atWork.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void note(String name, String instance, Instant at, String error) {
        db.sql("""
                insert into job_failure (task_name, task_instance, at, error)
                values (:name, :instance, :at, :error)
                    on conflict (task_name, task_instance) do update set at = excluded.at, error = excluded.error
                """)
                .param("name", name)
                .param("instance", instance)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }

    void forget(String name, String instance) {
        db.sql("delete from job_failure where task_name = :name and task_instance = :instance")
                .param("name", name)
                .param("instance", instance)
                .update();
    }

    /** Of those that were given up, the old ones. */
    void forgetBefore(Instant moment) {
        db.sql("delete from job_failure where at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static FailingJob failing(ResultSet row, int number) throws SQLException {
        var failed = instant(row, "failed_at");
        return new FailingJob(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getInt("failures"),
                failed == null ? Instant.EPOCH : failed,
                row.getString("error"),
                instant(row, "execution_time"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
