package sportello.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database that came along is copied every night.
 *
 * @param directory null where nobody wants that
 * @param keep how many of the newest backups stay there
 */
public record BackupSettings(
        @Nullable Path directory, @DefaultValue("7") int keep) {
    private static final int MOST = 1_000;

    public BackupSettings {
        if (directory != null && directory.toString().isBlank()) directory = null;
        if (directory != null) directory = directory.toAbsolutePath().normalize();
        if (keep < 1 || keep > MOST)
            throw new SettingRefused(
                    "SPORTELLO_BACKUP_KEEP", keep + " is no number of backups", "Choose a number from 1 to 1000.");
    }
}
