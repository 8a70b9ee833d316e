package sportello.base;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are to be found nowhere any more, and what stands in their place: as whole words, whatever their capitals and
 * spaces. The same in Java and, as a regular expression, in the database.
 */
public final class Redaction {
    private final String expression;
    private final Pattern words;
    private final String standIn;

    private Redaction(String expression, String standIn) {
        this.expression = expression;
        this.words = Pattern.compile(
                expression.replace("[[:alnum:]]", "[\\p{L}\\p{N}]"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.standIn = standIn;
    }

    /** @param words at least one, none of them blank */
    public static Redaction of(Collection<String> words, String standIn) {
        if (words.isEmpty() || words.stream().anyMatch(String::isBlank))
            throw new IllegalArgumentException("nothing to be erased");
        return new Redaction(
                words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Redaction::literally)
                        .collect(joining("|", "(?<![[:alnum:]])(?:", ")(?![[:alnum:]])")),
                standIn);
    }

    private static String literally(String word) {
        return word.strip()
                .codePoints()
                .mapToObj(Redaction::literally)
                .collect(joining())
                .replaceAll("( )+", "\\\\s+");
    }

    private static String literally(int sign) {
        if (Character.isLetterOrDigit(sign)) return Character.toString(sign);
        return Character.isWhitespace(sign) ? " " : "\\" + Character.toString(sign);
    }

    /** The text without the words. */
    public String of(String text) {
        return words.matcher(text).replaceAll(Matcher.quoteReplacement(standIn));
    }

    /** For {@code regexp_replace(text, :words, :standIn, 'gi')}. */
    public String expression() {
        return expression;
    }

    public String standIn() {
        return standIn;
    }
}
