package sportello.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.TestClock;

/** What a killed program left in the folder for temporary files goes; what others are at work on stays (R41). */
class LeftoversTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_nobody_has_written_to_for_an_hour_is_swept() throws IOException {
        var spool = Spool.of(new ByteArrayInputStream(new byte[10]), folder);
        age(Duration.ofMinutes(61));
        put("sportello-1.mail", Duration.ofMinutes(61));
        put("sportello2.out", Duration.ofMinutes(61));

        assertThat(sweep()).isEqualTo(3);
        assertThat(names()).isEmpty();
        spool.close();
    }

    @Test
    void what_is_young_or_not_ours_stays() throws IOException {
        put("sportello-1.mail", Duration.ofMinutes(59));
        put("sportello-2.pdf", Duration.ofDays(9));
        put("altro.spool", Duration.ofDays(9));
        Files.createDirectory(folder.resolve("sportello-3.spool"));
        Files.setLastModifiedTime(folder.resolve("sportello-3.spool"), FileTime.from(NOW.minus(Duration.ofDays(9))));

        assertThat(sweep()).isZero();
        assertThat(names()).hasSize(4);
    }

    private int sweep() throws IOException {
        return new Leftovers(new TestClock(NOW)).sweep(folder);
    }

    private void put(String name, Duration age) throws IOException {
        Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(NOW.minus(age)));
    }

    /** All that is there. */
    private void age(Duration age) throws IOException {
        try (var paths = Files.list(folder)) {
            for (var path : paths.toList()) Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
        }
    }

    private Stream<String> names() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
