package sportello.mime;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says to have found out about who sent a mail (RFC 8601). Anybody can write such a field: it counts only if the
 * server is one that is trusted, and of several the topmost.
 *
 * @param server as it calls itself, in small letters
 */
public record AuthenticationResults(String server, List<Result> results) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SPACE_AROUND = Pattern.compile("\\s*([=/])\\s*");
    private static final Pattern VERSION = Pattern.compile("[0-9]+");

    /**
     * What one method found.
     *
     * @param properties of what was looked at, such as {@code header.from}
     */
    public record Result(String method, String result, Map<String, String> properties) {
        public Result {
            properties = Map.copyOf(properties);
        }
    }

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /** What a method found, all that it found. */
    public List<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method)).toList();
    }

    /** Empty if the field does not say who speaks. What it says otherwise that nobody understands is passed over. */
    static Optional<AuthenticationResults> read(String field) {
        var parts = new Cut(field).parts();
        var speaker = SPACE.split(parts.getFirst().strip());
        if (speaker.length == 0) return Optional.empty();
        var server = Cut.plain(speaker[0]).toLowerCase(Locale.ROOT);
        if (server.isEmpty() || speaker.length > 2) return Optional.empty();
        if (speaker.length == 2 && !VERSION.matches(speaker[1])) return Optional.empty();
        return Optional.of(new AuthenticationResults(
                server,
                parts.stream().skip(1).flatMap(part -> result(part).stream()).toList()));
    }

    private static Optional<Result> result(String part) {
        var words = SPACE.split(SPACE_AROUND.matcher(part.strip()).replaceAll("$1"));
        var equalsSign = words.length == 0 ? -1 : words[0].indexOf('=');
        if (equalsSign < 1) return Optional.empty();
        var method = small(words[0].substring(0, equalsSign));
        var version = method.indexOf('/');
        var properties = new HashMap<String, String>();
        for (var word : words) {
            var equals = word.indexOf('=');
            if (equals > 0)
                properties.putIfAbsent(small(word.substring(0, equals)), Cut.plain(word.substring(equals + 1)));
        }
        return Optional.of(new Result(
                version < 0 ? method : method.substring(0, version),
                small(words[0].substring(equalsSign + 1)),
                properties));
    }

    private static String small(String word) {
        return Cut.plain(word).toLowerCase(Locale.ROOT);
    }

    /**
     * A field cut at its semicolons, without comments. What stands in quotes cuts nothing: its signs are put out of the way
     * until the rest is understood.
     */
    private static final class Cut {
        private static final char AWAY = '\uE000';

        private final String field;
        private final StringBuilder part = new StringBuilder();
        private final List<String> parts = new ArrayList<>();
        private int depth;
        private boolean quoted;

        Cut(String field) {
            this.field = field;
        }

        List<String> parts() {
            for (var place = 0; place < field.length(); place++) {
                var sign = field.charAt(place);
                if (sign == '\\' && (quoted || depth > 0)) {
                    place++;
                    if (quoted && place < field.length()) keep(field.charAt(place));
                } else if (quoted) {
                    if (sign == '"') quoted = false;
                    else keep(sign);
                } else if (sign == '(') {
                    depth++;
                    part.append(' ');
                } else if (depth > 0) {
                    if (sign == ')') depth--;
                } else if (sign == '"') quoted = true;
                else if (sign == ';') end();
                else if (sign < AWAY) part.append(sign);
            }
            end();
            return parts;
        }

        private void keep(char sign) {
            if (sign < AWAY) part.append(sign < 128 ? (char) (AWAY + sign) : sign);
        }

        private void end() {
            parts.add(part.toString());
            part.setLength(0);
        }

        static String plain(String word) {
            var plain = new StringBuilder();
            for (var sign : word.toCharArray()) plain.append(sign >= AWAY ? (char) (sign - AWAY) : sign);
            return plain.toString();
        }
    }
}
