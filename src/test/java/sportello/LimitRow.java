package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * One line of {@code limits.txt}.
 *
 * @param name the constant, as in {@code ticket/Title.LONGEST}
 * @param value as the program has it
 * @param proof how it is looked after: a word that says in which way, and the rest
 */
public record LimitRow(String name, String value, Proof proof, List<String> rest) {
    private static final int FIXED = 3;

    /** In which way a limit is looked after. */
    public enum Proof {
        /** By a text of this length, at a door. */
        AT,
        /** By a text that must not be shorter. */
        LEAST,
        /** By a number up to this one. */
        UPTO,
        /** By a number from this one on. */
        FROM,
        /** By so many entries in one field. */
        LIST,
        /** By another test. */
        TEST,
        /** Nobody brings what it bounds: the house measures out its own work or its own pages. */
        HOUSE
    }

    static LimitRow of(String line) {
        var words = List.of(line.strip().split("\\s+"));
        return new LimitRow(
                words.get(0),
                words.get(1),
                Proof.valueOf(words.get(2).toUpperCase(java.util.Locale.ROOT)),
                words.subList(3, words.size()));
    }

    public static List<LimitRow> all() {
        try {
            return new ClassPathResource("limits.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LimitRow::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and pattern of the door. */
    public String door() {
        return rest.get(0) + " " + rest.get(1);
    }

    public String field() {
        return rest.get(2);
    }

    /** An entry of a list, with its number for {@code #}; of a text, with as much as fills it. */
    public String entry() {
        return rest.size() > FIXED ? rest.get(FIXED) : "#";
    }

    /** What other fields of the form say, so that the limit is all that can be wrong. */
    public Map<String, String> others() {
        return rest.stream()
                .skip(FIXED + 1L)
                .map(other -> other.split("=", 2))
                .collect(Collectors.toMap(other -> other[0], other -> other[1]));
    }
}
