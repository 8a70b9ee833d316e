package sportello.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Data directories for tests; the unpacked binaries are shared, the rest is as an operator has it. */
final class Homes {

    private static final Path SHARED = Path.of("target", "test-database").toAbsolutePath();

    /** Elsewhere not everybody may make one, and each home unpacks its own. */
    private static final boolean LINKS = OwnerOnly.POSIX;

    private static final Path BINARIES = unpacked();

    private Homes() {}

    static Path fresh(Path parent) {
        return at(parent.resolve("home"));
    }

    /** The directory, which may have been one before. */
    static Path at(Path home) {
        try {
            Files.createDirectories(home);
            var link = home.resolve(BINARIES.getFileName());
            if (LINKS && !Files.exists(link)) Files.createSymbolicLink(link, BINARIES);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process unpacks while the other waits. */
    private static Path unpacked() {
        try (var lock = FileChannel.open(
                Files.createDirectories(SHARED).resolve("unpacking"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            return Binaries.in(SHARED).directory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
