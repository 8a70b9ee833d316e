package sportello.backup;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.HouseZone;
import sportello.jobs.Nightly;

/** At an hour when few are at work, and no clock is put forward or back. */
@Configuration(proxyBeanMethods = false)
class BackupJob {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 30);

    @Bean
    Task<Void> backUp(Backups backups, HouseZone house) {
        return Tasks.recurring("back-up", new Nightly(house, AT_NIGHT)).execute((job, context) -> take(backups));
    }

    private static void take(Backups backups) {
        try {
            backups.takeNightly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
