package sportello.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data directories for drills; the unpacked binaries are shared, the rest is as an operator has it. */
final class Homes {

    private static final Path SHARED = Path.of("target", "test-database").toAbsolutePath();

    private Homes() {}

    static Path fresh(Path parent) {
        try {
            var home = Files.createDirectory(parent.resolve("home"));
            var binaries = Binaries.in(Files.createDirectories(SHARED)).directory();
            Files.createSymbolicLink(home.resolve(binaries.getFileName()), binaries);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
