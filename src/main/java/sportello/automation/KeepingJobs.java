package sportello.automation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.jobs.FailingJob;
import sportello.jobs.JobBoard;
import sportello.jobs.JobKind;

/** Administrators see what the house does by itself, and have tried at once what failed. */
@Component
public class KeepingJobs {
    private final JobBoard board;
    private final Book book;

    KeepingJobs(JobBoard board, Book book) {
        this.board = board;
        this.book = book;
    }

    /** As the book tells of it. */
    private record Written(String job, Instant due) {}

    public List<JobKind> kinds() {
        return board.kinds();
    }

    /** The latest failures first. */
    public List<FailingJob> failing() {
        return board.failing();
    }

    /** The job's name. */
    @Transactional
    public Outcome<String> hasten(String name, String instance, Authority by) {
        if (!by.administrator()) return Outcome.refused("jobs.administer");
        var due = board.hasten(name, instance);
        if (due.isEmpty()) return Outcome.refused("jobs.gone");
        book.write(Topic.JOBS, name, name, null, new Written(instance, due.get()));
        return Outcome.done(name);
    }
}
