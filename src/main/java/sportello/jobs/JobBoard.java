package sportello.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the house does by itself, for those who watch over it. */
@Component
public class JobBoard {
    private static final int MOST = 100;

    private final JobSql sql;
    private final Jobs jobs;
    private final Clock clock;

    JobBoard(JobSql sql, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    public List<JobKind> kinds() {
        return sql.kinds(clock.instant());
    }

    /** The latest failures first, a hundred of them. */
    public List<FailingJob> failing() {
        return sql.failing(MOST);
    }

    /** Has the job tried at once instead of when its turn comes; nothing if it is at work or gone. */
    public Optional<Instant> hasten(String name, String instance) {
        var now = clock.instant();
        if (sql.hasten(name, List.of(instance), now) == 0) return Optional.empty();
        jobs.look();
        return Optional.of(now);
    }
}
