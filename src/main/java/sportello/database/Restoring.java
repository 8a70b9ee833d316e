package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Makes the database again from the archive of a {@link BaseBackup}, in a home that has none. */
public final class Restoring {
    private final Path archive;
    private final Home home;
    private final Binaries binaries;
    private final Account account;
    private final Path draft;

    private Restoring(Path archive, Home home, Binaries binaries, Account account) {
        this.archive = archive;
        this.home = home;
        this.binaries = binaries;
        this.account = account;
        this.draft = home.data().resolveSibling(home.data().getFileName() + ".restored");
    }

    /**
     * All of it or nothing; the next start makes the data whole from the log that came along.
     *
     * @throws DatabaseFailure if there is a database already, a desk runs there, or the archive is not whole
     */
    public static void restore(Path archive, Path directory) {
        try (var home = Home.enter(directory)) {
            if (Files.exists(home.data()))
                throw new DatabaseFailure(
                        "There is a database in " + home.data() + " already.",
                        "Nothing was touched. Move it away, or let SPORTELLO_HOME name another directory.");
            var binaries = Binaries.in(home.directory());
            new Restoring(archive, home, binaries, Account.running(binaries, home)).restore();
        } catch (IOException e) {
            throw unreadable(archive, e);
        }
    }

    private static DatabaseFailure unreadable(Path archive, @Nullable IOException e) {
        var problem = "The backup " + archive + " cannot be restored to its end" + (e == null ? "." : ": " + e);
        var advice = "Nothing was touched. If there is room on the disk, take the backup before it.";
        return e == null ? new DatabaseFailure(problem, advice) : new DatabaseFailure(problem, advice, e);
    }

    private void restore() throws IOException {
        FileSystemUtils.deleteRecursively(draft);
        try {
            account.own(OwnerOnly.directory(draft));
            var password = unpack();
            if (password == null || !Files.exists(draft.resolve("backup_label"))) throw unreadable(archive, null);
            checkVersion(Files.readString(draft.resolve("PG_VERSION"), UTF_8).strip());
            OwnerOnly.write(home.password(), password);
            Files.move(draft, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private void checkVersion(String found) {
        if (!found.equals(binaries.major()))
            throw new DatabaseFailure(
                    "The backup is of PostgreSQL " + found + ", but this Sportello brings PostgreSQL "
                            + binaries.major() + ".",
                    "Nothing was touched. Restore it with the Sportello that wrote it.");
    }

    /** The password that goes with the data; null where there was none. */
    private @Nullable String unpack() throws IOException {
        String password = null;
        try (var pressed = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
                var tar = new TarArchiveInputStream(pressed, UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                if (entry.getName().equals(DataArchive.PASSWORD)) password = new String(tar.readAllBytes(), UTF_8);
                else put(entry, tar);
            // only at its very end it proves to be whole
            pressed.transferTo(OutputStream.nullOutputStream());
        }
        return password;
    }

    private void put(TarArchiveEntry entry, InputStream in) throws IOException {
        var name = entry.getName();
        var file = draft.resolve(name.substring(Math.min(name.length(), DataArchive.DATA.length())))
                .normalize();
        if (!name.startsWith(DataArchive.DATA) || !file.startsWith(draft))
            throw new IOException("what is not of a database is in it: " + name);
        if (file.equals(draft)) return;
        if (entry.isDirectory()) account.own(OwnerOnly.directory(file));
        else account.own(OwnerOnly.file(file, in));
    }
}
