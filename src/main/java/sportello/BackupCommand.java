package sportello;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.NestedExceptionUtils;
import sportello.backup.Backups;
import sportello.database.BaseBackup;
import sportello.settings.Settings;

/** {@code sportello backup [DIRECTORY]}: copies the database that came along, whether the desk runs or not. */
final class BackupCommand {
    static final String COMMAND = "backup";

    private static final int DONE = 0;
    /** EX_USAGE, EX_UNAVAILABLE and EX_IOERR of sysexits.h. */
    private static final int MISUSED = 64;

    private static final int AWAY = 69;
    private static final int FAILED = 74;

    private BackupCommand() {}

    /** @param words what stands behind the command */
    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
        if (words.size() > 1) return misused(complaints);
        try (var visit = Guest.atHome(Visit.class, settings)) {
            var known = visit.getBean(Settings.class);
            var directory = words.isEmpty() ? known.backup().directory() : Path.of(words.getFirst());
            if (directory == null) return misused(complaints);
            if (!visit.getBean(BaseBackup.class).isOurs()) {
                complaints.println("The database is a server of your own: it is backed up where it runs.");
                return AWAY;
            }
            return take(visit.getBean(Backups.class), directory.toAbsolutePath(), out, complaints);
        } catch (RuntimeException e) {
            complaints.println("The database cannot be copied: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return AWAY;
        }
    }

    private static int misused(PrintStream complaints) {
        complaints.println("Usage: sportello backup DIRECTORY (or set SPORTELLO_BACKUP_DIRECTORY)");
        return MISUSED;
    }

    private static int take(Backups backups, Path directory, PrintStream out, PrintStream complaints) {
        try {
            var backup = backups.take(directory);
            out.println("The backup is in " + backup.file() + ", " + backup.size() + " bytes.");
            out.println("The file secret.key of SPORTELLO_HOME is not in it: keep that elsewhere.");
            return DONE;
        } catch (IOException e) {
            complaints.println("The backup came to nothing: " + e);
            return FAILED;
        }
    }

    /** As little of the house as a backup takes. */
    @Guest.Rooms({"sportello.settings", "sportello.database", "sportello.backup"})
    static class Visit {}
}
