package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The process that {@code postmaster.pid} names. */
record Postmaster(long pid, Path data) {

    /** Reads the file the server leaves while it runs, and after it was killed. */
    static Optional<Postmaster> named(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(file(data), UTF_8);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), data));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * True when the process lives and is the server of these very data: after a reboot the number may be anybody's,
     * and a killed server whom nobody buried (a container without init) still has one.
     */
    boolean isRunning() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(this::isOurs)
                .isPresent();
    }

    private boolean isOurs(ProcessHandle.Info process) {
        var arguments = process.arguments();
        return arguments.isPresent()
                ? Arrays.asList(arguments.get()).contains(data.toString())
                : process.command()
                        .filter(name -> name.endsWith("postgres.exe"))
                        .isPresent();
    }

    /** PostgreSQL believes any living process of that number to be itself; this one is known not to be. */
    void forget() throws IOException {
        if (ProcessHandle.of(pid).isPresent()) Files.deleteIfExists(file(data));
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
