package sportello.search;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives their entries to articles that have none, at each start: those that were there before the index was. */
@Configuration(proxyBeanMethods = false)
class Indexing {
    private static final Logger log = LoggerFactory.getLogger(Indexing.class);
    private static final int AT_ONCE = 200;
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    @Bean
    Task<Void> indexArticles(IndexSql sql) {
        return Tasks.custom("index-articles", Void.class)
                .scheduleOnStartup("all", null, Function.<Instant>identity())
                .onFailure((failed, job) ->
                        job.reschedule(failed, failed.getTimeDone().plus(AFTER_A_FAULT)))
                .execute((job, context) -> catchUp(sql, context));
    }

    /** Each batch stands for itself: stopped half-way, the next start goes on. */
    private static CompletionHandler<Void> catchUp(IndexSql sql, ExecutionContext context) {
        var indexed = 0L;
        for (var batch = sql.indexAfter(0, AT_ONCE);
                batch.articles() > 0 && !context.getSchedulerState().isShuttingDown();
                batch = sql.indexAfter(batch.last(), AT_ONCE)) indexed += batch.articles();
        if (indexed > 0) log.info("The search has learned {} articles", indexed);
        return (complete, job) -> job.remove();
    }
}
