package sportello.ticket;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The agents whom a text calls by their log-in: {@code @laura.bassi}. An address has no such word, for a letter stands before its sign. */
final class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99})");

    private Mentions() {}

    /** The log-ins, in small letters; the full stop of a sentence is none of theirs. */
    static Set<String> in(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1).replaceFirst("[._-]+$", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
