package sportello.print;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.re2j.Pattern;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Tells before anybody unfolds it whether a document would unfold into too much. */
final class TamePdf {
    private static final int MOST_UNFOLDED = 100_000_000;
    private static final int LARGEST_OF_THE_OLD_KIND = 50_000;
    private static final String STREAM = "stream";
    private static final Pattern CHAIN = Pattern.compile("/Filter\\s*\\[([^\\]]*)\\]");
    private static final Pattern ELSEWHERE = Pattern.compile("/Filter\\s*[0-9]");
    private static final Pattern HIDDEN = Pattern.compile("#[0-9A-Fa-f]{2}");
    private static final Pattern NAME = Pattern.compile("[^\\s/\\[\\]<>()]+");
    private static final Set<String> ABOUT_FILTERS = Set.of("Filter", "FlateDecode", "Fl", "LZWDecode", "LZW");
    private static final int LONGEST_NAME = 40;
    private static final Pattern UNFOLDING = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW)\\b");
    private static final Pattern OLD_KIND = Pattern.compile("/(LZWDecode|LZW)\\b");

    private TamePdf() {}

    static boolean is(byte[] document) {
        var text = new String(document, ISO_8859_1);
        if (!text.startsWith("%PDF-")
                || hidesFilters(text)
                || ELSEWHERE.matcher(text).find()) return false;
        if (OLD_KIND.matcher(text).find() && document.length > LARGEST_OF_THE_OLD_KIND) return false;
        return !unfoldsTwice(text) && unfolds(document, text) <= MOST_UNFOLDED;
    }

    /** A name can be written with numbers for its letters; nobody does that with a filter's who has nothing to hide. */
    private static boolean hidesFilters(String text) {
        var numbers = HIDDEN.matcher(text);
        while (numbers.find()) {
            var begin = text.lastIndexOf('/', numbers.start());
            if (begin < 0 || numbers.start() - begin > LONGEST_NAME) continue;
            var name = NAME.matcher(text.substring(begin + 1, Math.min(text.length(), begin + 2 * LONGEST_NAME)));
            if (name.lookingAt()
                    && name.end() > numbers.start() - begin - 1
                    && ABOUT_FILTERS.contains(plain(name.group()))) return true;
        }
        return false;
    }

    private static String plain(String name) {
        var letters = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var coded = name.charAt(i) == '#' && i + 2 < name.length() && HIDDEN.matches(name.substring(i, i + 3));
            letters.append(coded ? (char) Integer.parseInt(name.substring(i + 1, i + 3), 16) : name.charAt(i));
            if (coded) i += 2;
        }
        return letters.toString();
    }

    private static boolean unfoldsTwice(String text) {
        var chains = CHAIN.matcher(text);
        while (chains.find()) {
            var found = 0;
            for (var filters = UNFOLDING.matcher(chains.group(1)); filters.find(); ) found++;
            if (found > 1) return true;
        }
        return false;
    }

    private static long unfolds(byte[] document, String text) {
        var sum = 0L;
        for (var at = text.indexOf(STREAM); at >= 0 && sum <= MOST_UNFOLDED; at = text.indexOf(STREAM, at + 1)) {
            var begin = at + STREAM.length();
            while (begin < document.length && (document[begin] == '\r' || document[begin] == '\n')) begin++;
            if (!text.startsWith("end", Math.max(0, at - 3))) sum += unfolded(document, begin, MOST_UNFOLDED - sum);
        }
        return sum;
    }

    /** How much comes out, counted only until it is too much. */
    private static long unfolded(byte[] document, int begin, long most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(document, begin, document.length - begin);
            var piece = new byte[64 * 1024];
            var sum = 0L;
            while (sum <= most) {
                var length = inflater.inflate(piece);
                if (length == 0) break;
                sum += length;
            }
            return sum;
        } catch (DataFormatException other) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
