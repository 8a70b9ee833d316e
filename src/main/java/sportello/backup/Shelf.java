package sportello.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The directory in which backups stand, among whatever else is there. */
record Shelf(Path directory) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("sportello-\\d{8}-\\d{6}\\.tar\\.gz");
    private static final Pattern HALF = Pattern.compile(NAME + "\\.part");

    /** Where the backup of that moment stands. */
    Path place(Instant moment) {
        return directory.resolve("sportello-" + STAMP.format(moment) + ".tar.gz");
    }

    /** Throws all backups away but the newest, and what a program left half written that was ended in the middle of it. */
    void keep(int newest) throws IOException {
        for (var old : named(NAME).stream().skip(newest).toList()) Files.delete(old);
        for (var half : named(HALF)) Files.delete(half);
    }

    /** The newest first. */
    private List<Path> named(Pattern names) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
