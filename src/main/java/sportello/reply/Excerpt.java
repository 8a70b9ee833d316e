package sportello.reply;

import java.util.ArrayList;
import sportello.mime.Quote;

/** The beginning of what somebody wrote, without the former mail that it quotes. */
final class Excerpt {
    /** Shown where more was written. */
    private static final String MORE = "…";

    private Excerpt() {}

    /** So many of its lines that say something; empty ones between them stand, one at a time, and do not count. */
    static String of(String text, int lines) {
        var shown = new ArrayList<String>();
        var said = 0;
        for (var line : text.substring(0, Quote.from(text)).strip().split("\n", -1)) {
            if (line.isBlank()) {
                if (!shown.isEmpty() && !shown.getLast().isEmpty()) shown.add("");
            } else if (said++ < lines) shown.add(line.stripTrailing());
            else {
                if (shown.getLast().isEmpty()) shown.removeLast();
                shown.add(MORE);
                break;
            }
        }
        return String.join("\n", shown);
    }
}
