package sportello.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sweeps at each start what programs that were killed have left in the folder for temporary files. Others may be at work
 * there, so that only what nobody has written to for an hour is left behind: no mail and no file takes that long.
 */
@Component
@Profile("!guest")
class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    /** What mails, files and commands are written into. */
    private static final String OURS = "sportello*.{spool,mail,out}";

    private static final Duration LONG = Duration.ofHours(1);

    private final Clock clock;

    Leftovers(Clock clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        try {
            var swept = sweep(Spool.TEMPORARY);
            if (swept > 0) log.info("{} temporary files of programs that are gone were swept", swept);
        } catch (IOException e) {
            log.warn("What is left in the folder for temporary files cannot be swept: {}", e.getMessage());
        }
    }

    /** How many there were. */
    int sweep(Path folder) throws IOException {
        var before = clock.instant().minus(LONG);
        var swept = 0;
        try (DirectoryStream<Path> ours = Files.newDirectoryStream(folder, OURS)) {
            for (var path : ours) if (isLeft(path, before) && Files.deleteIfExists(path)) swept++;
        }
        return swept;
    }

    private static boolean isLeft(Path path, Instant before) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before);
    }
}
