package sportello.mail;

import sportello.base.CleanText;

/** Makes any text fit for one line of a mail's head: nothing in it can end the line and begin another. */
final class HeaderText {

    private static final int LONGEST = 250;

    private HeaderText() {}

    static String clean(String text) {
        var line = CleanText.line(text);
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
