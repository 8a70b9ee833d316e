package sportello.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import sportello.database.BaseBackup;
import sportello.settings.BackupSettings;
import sportello.settings.Settings;

/** Takes backups and knows of the latest. */
@Component
public class Backups {
    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final BaseBackup base;
    private final BackupSql sql;
    private final BackupSettings settings;
    private final Clock clock;

    Backups(BaseBackup base, BackupSql sql, Settings settings, Clock clock) {
        this.base = base;
        this.sql = sql;
        this.settings = settings.backup();
        this.clock = clock;
    }

    /** The latest that succeeded. */
    public Optional<Backup> last() {
        return sql.last(true);
    }

    /** Whether the operator wants one every night. */
    public boolean isWanted() {
        return base.isOurs() && settings.directory() != null;
    }

    /** The latest, if it came to nothing or none was even tried for two nights. */
    public Optional<Backup> amiss() {
        return isWanted()
                ? sql.last(false).filter(latest -> !latest.succeeded() || latest.isLate(clock.instant()))
                : Optional.empty();
    }

    /** Where the operator wants it; nothing if nowhere. */
    void takeNightly() throws IOException {
        var directory = settings.directory();
        if (!isWanted() || directory == null) return;
        take(directory);
        new Shelf(directory).keep(settings.keep());
    }

    /**
     * Into a file that only the owner can read, whole or not at all.
     *
     * @throws IOException if it came to nothing, which is written down too
     */
    public Backup take(Path directory) throws IOException {
        var began = clock.instant();
        var file = new Shelf(directory).place(began);
        try {
            base.write(file);
        } catch (IOException | RuntimeException e) {
            note(new Backup(began, clock.instant(), file.toString(), 0, e.toString()));
            throw e;
        }
        var taken = new Backup(began, clock.instant(), file.toString(), Files.size(file), "");
        note(taken);
        return taken;
    }

    /** Also a database that cannot be written to, or that a newer program has not brought up to date, can be copied. */
    private void note(Backup backup) {
        try {
            sql.insert(backup);
        } catch (DataAccessException e) {
            log.warn("That {} was taken could not be written down: {}", backup.file(), e.toString());
        }
    }
}
