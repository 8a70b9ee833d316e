package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server said: while starting into one file, afterwards into one file per day of the week. */
record ServerLog(Path data) {

    private static final int LAST_WORDS = 12;
    private static final int LAST_BYTES = 8_192;

    /** An empty file for the next start. */
    Path fresh() throws IOException {
        Files.deleteIfExists(starting());
        return Files.createFile(starting());
    }

    /** What was said by a start that did not succeed. */
    String words(Command start) throws IOException {
        return start.output() + "\n" + lastWords();
    }

    /** Explains it. */
    DatabaseFailure failure(String words) {
        return words.contains("No space left on device")
                ? new DatabaseFailure(
                        "The disk is full: the database in " + data + " cannot start.",
                        "Nothing is lost. Free some space there.")
                : new DatabaseFailure(
                        "The database in " + data + " does not start:\n" + words.strip(),
                        "The whole log is in " + data.resolve("log") + ".");
    }

    private String lastWords() throws IOException {
        return Stream.concat(tail(starting()).stream(), newest().stream()).collect(Collectors.joining("\n"));
    }

    private List<String> newest() throws IOException {
        if (!Files.isDirectory(data.resolve("log"))) return List.of();
        try (var files = Files.list(data.resolve("log"))) {
            var newest = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            return newest.isPresent() ? tail(newest.get()) : List.of();
        }
    }

    private static List<String> tail(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        try (var content = Files.newByteChannel(file)) {
            content.position(Math.max(0, content.size() - LAST_BYTES));
            var lines = new String(Channels.newInputStream(content).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
        }
    }

    private Path starting() {
        return data.resolve("start.log");
    }
}
