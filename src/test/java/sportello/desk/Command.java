package sportello.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Something that the machine does for a drill. */
final class Command {
    private Command() {}

    static void run(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(String.join(" ", words) + ": " + said);
    }
}
