package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/**
 * Copies the files of the database that came along while it works: the data as they are, torn as they may be, and the log from
 * which a server that starts from them makes them whole (PostgreSQL, “Making a base backup using the low level API”).
 */
@Component
public class BaseBackup {
    private final Path home;
    private final boolean embedded;

    @Autowired
    BaseBackup(Settings settings) {
        this(settings.home(), settings.database().isEmbedded());
    }

    BaseBackup(Path home, boolean embedded) {
        this.home = home;
        this.embedded = embedded;
    }

    /** A database elsewhere is in the care of those who keep it. */
    public boolean isOurs() {
        return embedded;
    }

    /**
     * Writes an archive (tar, compressed) of the database with its password, from which {@link Restoring} makes it again:
     * whole or not at all, for its owner alone. The key of the secrets is not in it.
     *
     * @throws IOException if something cannot be read or written
     */
    public void write(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            copy(draft);
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void copy(Path draft) throws IOException {
        try (var server = new BaseBackupSql(RunningServer.keeper(home));
                var archive = DataArchive.in(draft)) {
            var firstLog = server.begin();
            archive.add(DataArchive.PASSWORD, Files.readString(home.resolve("database.password"), UTF_8));
            archive.addData(home.resolve("database"));
            var end = server.end();
            archive.add(DataArchive.DATA + "backup_label", end.label());
            archive.addLog(home.resolve("database"), firstLog, end.lastLog());
        } catch (SQLException e) {
            throw new IOException("the database does not answer", e);
        }
    }
}
