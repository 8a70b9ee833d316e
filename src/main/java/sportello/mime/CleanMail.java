package sportello.mime;

import sportello.base.CleanText;

/** Frees what a mail says of what nobody can read. */
final class CleanMail {

    private CleanMail() {}

    static String line(String text) {
        return CleanText.line(text);
    }

    static String lines(String text) {
        return CleanText.lines(text);
    }

    /** At most so many signs, with a mark where more were. */
    static String line(String text, int most) {
        var line = line(text);
        if (line.codePointCount(0, line.length()) <= most) return line;
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Markup without the signs that no page and no database takes. */
    static String markup(String html) {
        var out = new StringBuilder(html.length());
        for (var i = 0; i < html.length(); i++) {
            var sign = html.charAt(i);
            if (sign >= ' ' || sign == '\n' || sign == '\t' || sign == '\r') out.append(sign);
        }
        return out.toString();
    }
}
