package sportello.ticket;

import java.util.regex.Pattern;

/** Whether a text says again what another said. */
final class Quoting {
    /** In characters; shorter lines stand everywhere. */
    private static final int SHORTEST = 15;

    /** So everybody takes leave, whatever else was said. */
    private static final Pattern LEAVE = Pattern.compile("(?iu).{0,25}\\b(saluti|regards|giornata|riscontro)\\W*");

    private static final Pattern MARKS = Pattern.compile("(?m)^[> \t\u00a0]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private Quoting() {}

    /** A line of some length is enough, however it is broken or marked. */
    static boolean isOf(String source, String text) {
        var said = plain(text);
        return source.lines()
                .map(Quoting::plain)
                .filter(line ->
                        line.length() >= SHORTEST && !LEAVE.matcher(line).matches())
                .anyMatch(said::contains);
    }

    private static String plain(String text) {
        return BLANKS.matcher(MARKS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
