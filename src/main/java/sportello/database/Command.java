package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A finished command of the operating system. */
record Command(int exit, String output) {

    /**
     * Runs to the end. The output goes through a file: a server started by the command inherits its output, and a pipe
     * would stay open as long as the server lives.
     */
    static Command run(List<String> words, Path directory) throws IOException {
        var output = Files.createTempFile("sportello", ".out");
        try {
            var builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            withoutOurSecrets(builder.environment());
            var exit = builder.start().waitFor();
            return new Command(exit, new String(Files.readAllBytes(output), UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while running " + words.getFirst());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static void withoutOurSecrets(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("SPORTELLO_") || name.startsWith("PG"));
        environment.put("LC_ALL", "C");
    }

    boolean succeeded() {
        return exit == 0;
    }
}
