package sportello.ticket;

import java.util.regex.Pattern;

/** Whether a text says again what another said. */
final class Quoting {
    /** In characters; shorter lines are greetings, and stand everywhere. */
    private static final int SHORTEST = 15;

    private static final Pattern MARKS = Pattern.compile("(?m)^[> \t\u00a0]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private Quoting() {}

    /** A line of some length is enough, however it is broken or marked. */
    static boolean isOf(String source, String text) {
        var said = plain(text);
        return source.lines().map(Quoting::plain).anyMatch(line -> line.length() >= SHORTEST && said.contains(line));
    }

    private static String plain(String text) {
        return BLANKS.matcher(MARKS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
