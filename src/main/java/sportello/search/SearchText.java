package sportello.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What somebody typed to be looked for: words, {@code "phrases"}, {@code beginnings*}, and each of them with a {@code -}
 * before it where it must not be. Whatever else is in the text separates words; nothing in it is an error.
 */
record SearchText(List<Term> terms) {
    static final SearchText NONE = new SearchText(List.of());

    static final int LONGEST = 500;
    static final int MOST_TERMS = 30;

    private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
    private static final Pattern TOKEN = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}.\\-_/@:+~&]+");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^[^\\p{L}\\p{N}\\p{M}]+|[^\\p{L}\\p{N}\\p{M}]+$");
    private static final Pattern INSIDE = Pattern.compile("[.\\-_/@:+~&]+");

    SearchText {
        terms = List.copyOf(terms);
    }

    /** Nothing typed asks for nothing; signs without a word are not understood. */
    static Outcome<SearchText> of(String typed) {
        if (typed.length() > LONGEST) return Outcome.refused("search.long", LONGEST);
        var text = QUOTES.matcher(CleanText.line(typed)).replaceAll("\"");
        var terms = TOKEN.matcher(text)
                .results()
                .flatMap(token ->
                        terms(token.group(2), token.group(3), !token.group(1).isEmpty()))
                .toList();
        if (terms.isEmpty() && !text.isBlank()) return Outcome.refused("search.no_words");
        if (terms.size() > MOST_TERMS) return Outcome.refused("search.many", MOST_TERMS);
        return Outcome.done(new SearchText(terms));
    }

    private static Stream<Term> terms(@Nullable String phrase, String word, boolean excluded) {
        return phrase == null ? words(word, excluded).stream() : phrase(phrase, excluded);
    }

    private static Stream<Term> phrase(String phrase, boolean excluded) {
        return AT_THE_EDGES.matcher(phrase).replaceAll("").isEmpty()
                ? Stream.of()
                : Stream.of(new Term(Term.Kind.PHRASE, phrase, excluded));
    }

    /** An apostrophe ends a word, as in {@code dell'impianto}; a point or hyphen inside one holds a phrase together. */
    private static List<Term> words(String token, boolean excluded) {
        var beginning = token.endsWith("*");
        var text = beginning ? INSIDE.matcher(token).replaceAll(" ") : token;
        var words = Stream.of(BETWEEN_WORDS.split(text))
                .map(piece -> AT_THE_EDGES.matcher(piece).replaceAll(""))
                .filter(piece -> !piece.isEmpty())
                .toList();
        var terms = new ArrayList<Term>();
        for (var i = 0; i < words.size(); i++) {
            var kind = beginning && i == words.size() - 1 ? Term.Kind.PREFIX : kindOf(words.get(i));
            terms.add(new Term(kind, words.get(i), excluded));
        }
        return terms;
    }

    private static Term.Kind kindOf(String word) {
        return INSIDE.matcher(word).find() ? Term.Kind.PHRASE : Term.Kind.WORD;
    }

    List<Term> wanted() {
        return terms.stream().filter(term -> !term.excluded()).toList();
    }

    List<Term> excluded() {
        return terms.stream().filter(Term::excluded).toList();
    }
}
