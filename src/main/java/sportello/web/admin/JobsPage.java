package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.jobs.FailingJob;
import sportello.jobs.JobKind;
import sportello.web.Words;

/** What the house does by itself, counted by kind, and what fails. */
public record JobsPage(
        List<JobKind> kinds,
        List<FailingJob> failing,
        @Nullable Refusal refusal) {

    /** What the job does; one that nobody has put into words is called as the program calls it. */
    public static String name(String job, Words words) {
        var key = "jobs.task." + job.replace('-', '_');
        return words.know(key) ? words.t(key) : job;
    }
}
