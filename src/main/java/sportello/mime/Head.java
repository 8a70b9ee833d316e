package sportello.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a head as they were written, unfolded, in their order. */
record Head(List<Line> fields) {

    /** A field whose value nobody has decoded yet. */
    record Line(String name, String value) {}

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    String text(String name) {
        return first(name).map(EncodedWords::decode).orElse("");
    }

    MailHeaders decoded() {
        return new MailHeaders(fields.stream()
                .map(field -> new MailHeaders.Field(field.name(), EncodedWords.decode(field.value())))
                .toList());
    }

    /** The head at the beginning of a mail or of a part. */
    static Head of(Spool.Bytes mail, Limits limits, Deadline deadline) throws IOException {
        var head = new Gathering(limits, limits.headLength());
        try (var lines = new Lines(mail, deadline, limits.headerLength())) {
            var goesOn = lines.next();
            while (goesOn && !lines.isEmpty()) goesOn = head.add(lines) && lines.next();
        }
        return head.done();
    }

    /** A head under way. */
    static final class Gathering {

        private static final int LONGEST_NAME = 100;

        private final List<Line> fields = new ArrayList<>();
        private final ByteArrayOutputStream value = new ByteArrayOutputStream();
        private final Limits limits;
        private final int budget;
        private @Nullable String name;
        private int spent;
        private boolean crowded;

        Gathering(Limits limits, int budget) {
            this.limits = limits;
            this.budget = budget;
        }

        /** Takes a line, unless it is neither a field nor the next line of one. */
        boolean add(Lines line) {
            if (line.length() > 0 && (line.at(0) == ' ' || line.at(0) == '\t')) {
                if (name != null) append(line, 0);
                return name != null || isBlank(line);
            }
            var colon = colon(line);
            if (colon < 0) return false;
            finish();
            if (fields.size() >= limits.headers()) crowded = true;
            else name = nameOf(line, colon);
            append(line, colon + 1);
            return true;
        }

        private static boolean isBlank(Lines line) {
            for (var i = 0; i < line.length(); i++) if (line.at(i) != ' ' && line.at(i) != '\t') return false;
            return true;
        }

        private static int colon(Lines line) {
            for (var i = 0; i < Math.min(line.length(), LONGEST_NAME + 1); i++) {
                if (line.at(i) == ':') return i == 0 ? -1 : i;
                if (line.at(i) <= ' ' || line.at(i) == 127) return spaceThenColon(line, i);
            }
            return -1;
        }

        private static int spaceThenColon(Lines line, int space) {
            var i = space;
            while (i < Math.min(line.length(), LONGEST_NAME) && (line.at(i) == ' ' || line.at(i) == '\t')) i++;
            return i > space && i < line.length() && line.at(i) == ':' && space > 0 ? i : -1;
        }

        private static String nameOf(Lines line, int colon) {
            var name = new StringBuilder();
            for (var i = 0; i < colon; i++) if (line.at(i) > ' ') name.append((char) line.at(i));
            return name.toString();
        }

        private void append(Lines line, int from) {
            var most = Math.min(limits.headerLength() - value.size(), budget - spent);
            var count = Math.min(line.length() - from, most);
            if (name == null || count <= 0) return;
            value.write(line.kept(), from, count);
            spent += count;
        }

        private void finish() {
            if (name != null)
                fields.add(new Line(name, Charsets.guess(value.toByteArray()).strip()));
            name = null;
            value.reset();
        }

        boolean isEmpty() {
            return name == null && fields.isEmpty();
        }

        /** Whether there were more fields than are looked at. */
        boolean crowded() {
            return crowded;
        }

        int spent() {
            return spent;
        }

        Head done() {
            finish();
            return new Head(List.copyOf(fields));
        }
    }
}
