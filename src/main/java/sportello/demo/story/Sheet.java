package sportello.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * A text file of the demo: entries that begin with {@code # name}, their fields as {@code key: value}, and their parts,
 * which begin with {@code ## kind argument: subject}. Fields before the first entry hold for all of them.
 */
public record Sheet(List<Entry> entries) {
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z ]*): *(.+)");
    private static final Pattern PART = Pattern.compile("## (\\S+?)(?: ([^:]+))?(?:: (.+))?");

    public Sheet {
        entries = List.copyOf(entries);
    }

    /** The file of that name below {@code demo/}. */
    public static Sheet load(String name) {
        try {
            return parse(new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sheet parse(String text) {
        var reading = new Reading();
        text.lines().forEach(reading::line);
        return new Sheet(reading.entries());
    }

    /** The entry of that name. */
    public Entry get(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry " + name));
    }

    /** Where the eye is while it goes down the file. */
    private static final class Reading {
        private final List<Entry> done = new ArrayList<>();
        private final Map<String, List<String>> common = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Map<String, List<String>> fields = common;
        private String name = "";
        private String heading = "";

        void line(String line) {
            if (line.startsWith("## ")) {
                endPart();
                heading = line;
            } else if (line.startsWith("# ")) {
                endEntry();
                name = line.substring(2).strip();
                fields = new LinkedHashMap<>(common);
            } else if (heading.isEmpty()) {
                field(line);
            } else {
                text.append(line).append('\n');
            }
        }

        List<Entry> entries() {
            endEntry();
            return done;
        }

        private void field(String line) {
            if (line.isBlank()) return;
            var field = FIELD.matcher(line);
            if (!field.matches()) throw new IllegalArgumentException("neither field nor heading: " + line);
            fields.computeIfAbsent(field.group(1), key -> new ArrayList<>())
                    .add(field.group(2).strip());
        }

        private void endPart() {
            if (heading.isEmpty()) return;
            var part = PART.matcher(heading);
            if (!part.matches()) throw new IllegalArgumentException("not a heading: " + heading);
            parts.add(new Part(
                    part.group(1),
                    orEmpty(part.group(2)),
                    orEmpty(part.group(3)),
                    text.toString().strip()));
            text.setLength(0);
            heading = "";
        }

        private void endEntry() {
            endPart();
            if (!name.isEmpty()) done.add(new Entry(name, fields, parts));
            parts.clear();
        }

        private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
            return group == null ? "" : group.strip();
        }
    }
}
