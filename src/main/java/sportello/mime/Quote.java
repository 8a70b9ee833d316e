package sportello.mime;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the former mail begins that is quoted at the end of a text. A quote that is answered line by line, or below, is
 * part of what was written, and none.
 */
public final class Quote {

    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 50_000;
    private static final int LINES_OF_AN_INTRODUCTION = 4;
    private static final int LINES_OF_A_HEAD = 7;

    private static final Pattern RULE = Pattern.compile(
            "(?i)[-_*= ]{3,}(original message|original appointment|messaggio originale|messaggio inoltrato|forwarded message"
                    + "|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d.origine|message original"
                    + "|message transféré|mensaje original)[-_*= ]{3,}");
    private static final Pattern FORWARDED = Pattern.compile(
            "(?i)(inizio messaggio inoltrato|begin forwarded message|anfang der weitergeleiteten nachricht"
                    + "|début du message réexpédié) ?:");
    private static final List<String> VERBS = List.of("scritto", "wrote", "schrieb", "a écrit", "escribió");
    private static final Pattern WROTE = Pattern.compile(
            "(?i)(il|in data|on|am|le|el) .+(ha scritto|hanno scritto|wrote|a écrit|escribió) ?:|am .+ schrieb.*:"
                    + "|.+@.+ (ha scritto|wrote|schrieb|a écrit)[^:]*:"
                    + "|[^.:;!?]+ (ha scritto il|wrote on) \\d{1,2}/\\d{1,2}/\\d{4},? \\d{1,2}[:.]\\d{2} ?:");
    private static final Pattern FROM = Pattern.compile("(?i)\\*?(da|from|von|de) ?:\\*? ?\\S.*");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)\\*?(inviato|data|date|sent|gesendet|datum|envoyé|a|to|an|à|cc|oggetto|subject|betreff|objet) ?:\\*?.*");

    /** A line as it is read, with the sign of a quotation before it if it is one, and where it begins. */
    record Line(String words, int start) {

        boolean isQuoted() {
            return words.startsWith(">");
        }

        boolean isEmpty() {
            return words.isBlank();
        }

        String bare() {
            return words.strip();
        }
    }

    private final List<Line> lines;

    private Quote(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Where in the text the quote begins; the length of the text if there is none. Where nothing stands above it, it is no
     * quote but a mail passed on; in an endless text nothing is looked for.
     */
    public static int from(String text) {
        return from(split(text), text.length());
    }

    /** @param end where the lines end, given back if there is no quote in them */
    static int from(List<Line> lines, int end) {
        var found = lines.size() > MOST_LINES ? -1 : new Quote(lines).first();
        var alone = lines.stream().takeWhile(line -> line.start() < found).allMatch(Line::isEmpty);
        return found < 0 || alone ? end : found;
    }

    private static List<Line> split(String text) {
        var lines = new ArrayList<Line>();
        var start = 0;
        while (start <= text.length() && lines.size() <= MOST_LINES) {
            var end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            lines.add(new Line(text.substring(start, Math.min(end, start + LONGEST_LINE + 1)), start));
            start = end + 1;
        }
        return lines;
    }

    private int first() {
        var lastWritten = lastWritten();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isEmpty()) continue;
            if (line.isQuoted()) {
                if (i > lastWritten) return line.start();
            } else if (opensWhole(i) || introduces(i, lastWritten)) return beforeRule(i);
        }
        return -1;
    }

    /** The last line that is neither quoted nor part of a signature below. */
    private int lastWritten() {
        var last = lines.size() - 1;
        for (var i = lines.size() - 1; i >= 0 && !lines.get(i).isQuoted(); i--)
            if (lines.get(i).words().equals("--") || lines.get(i).words().equals("-- ")) last = i - 1;
        while (last >= 0 && (lines.get(last).isEmpty() || lines.get(last).isQuoted())) last--;
        return last;
    }

    /** From here on everything is the former mail, quoted with signs or not. */
    private boolean opensWhole(int index) {
        var words = lines.get(index).bare();
        if (words.length() > LONGEST_LINE) return false;
        var sign = words.charAt(0);
        if ("-_*= ".indexOf(sign) >= 0 && RULE.matches(words)) return true;
        if (words.endsWith(":") && FORWARDED.matches(words)) return true;
        return "*dDfFvV".indexOf(sign) >= 0 && FROM.matches(words) && isHead(index);
    }

    private boolean isHead(int index) {
        var fields = 0;
        for (var i = index + 1; i < Math.min(lines.size(), index + LINES_OF_A_HEAD); i++)
            if (FIELD.matches(lines.get(i).bare())) fields++;
        return fields >= 2;
    }

    /** "On Monday … wrote:", perhaps on several lines, and then nothing but the quote. */
    private boolean introduces(int index, int lastWritten) {
        var words = new StringBuilder();
        for (var i = index; i < Math.min(lines.size(), index + LINES_OF_AN_INTRODUCTION); i++) {
            var line = lines.get(i).bare();
            if (line.isEmpty() || words.length() > 2 * LONGEST_LINE) return false;
            words.append(words.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(":") && isWriting(words.toString())) return i >= lastWritten || !followedByQuote(i);
        }
        return false;
    }

    private static boolean isWriting(String words) {
        return VERBS.stream().anyMatch(words::contains) && WROTE.matches(words);
    }

    private boolean followedByQuote(int index) {
        for (var i = index + 1; i < lines.size(); i++)
            if (!lines.get(i).isEmpty()) return lines.get(i).isQuoted();
        return true;
    }

    /** The line that Outlook draws above belongs to the quote. */
    private int beforeRule(int index) {
        var i = index - 1;
        while (i >= 0 && lines.get(i).isEmpty()) i--;
        var drawn = i >= 0
                && lines.get(i).bare().length() >= 5
                && lines.get(i).bare().chars().allMatch(s -> s == '_' || s == '-');
        return lines.get(drawn ? i : index).start();
    }
}
