package sportello.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that the machine does for a drill. */
final class Command {
    private Command() {}

    static void run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(String.join(" ", words) + ": " + said);
    }

    /** For accounts that are not ours. */
    static void passable(Path home) {
        for (var above = home; above != null; above = above.getParent())
            if (Files.isWritable(above)) above.toFile().setExecutable(true, false);
    }
}
