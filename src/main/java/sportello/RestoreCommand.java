package sportello;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sportello.database.DatabaseFailure;
import sportello.database.Restoring;
import sportello.settings.Settings;

/** {@code sportello restore FILE}: makes the database again from a backup, in a SPORTELLO_HOME that has none. */
final class RestoreCommand {
    static final String COMMAND = "restore";

    private static final int DONE = 0;
    /** EX_USAGE and EX_CANTCREAT of sysexits.h. */
    private static final int MISUSED = 64;

    private static final int FAILED = 73;

    private RestoreCommand() {}

    /** @param words what stands behind the command */
    static int run(List<String> words, PrintStream out, PrintStream complaints, String... settings) {
        if (words.size() != 1 || !Files.isReadable(Path.of(words.getFirst()))) {
            complaints.println("Usage: sportello restore FILE (one that sportello backup wrote)");
            return MISUSED;
        }
        try (var visit = Guest.away(Visit.class, settings)) {
            var home = visit.getBean(Settings.class).home();
            Restoring.restore(Path.of(words.getFirst()), home);
            out.println("The database is in " + home + " again; start the desk.");
            if (Files.notExists(home.resolve("secret.key")))
                out.println(
                        "Put secret.key beside it, or set SPORTELLO_SECRET_KEY: passwords of mailboxes are lost without.");
            return DONE;
        } catch (DatabaseFailure e) {
            complaints.println(e.getMessage() + " " + e.advice());
            return FAILED;
        }
    }

    /** What says where the home is. */
    @Guest.Rooms("sportello.settings")
    static class Visit {}
}
