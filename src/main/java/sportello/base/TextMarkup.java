package sportello.base;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes plain text as HTML. */
final class TextMarkup {

    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t]*\n\\s*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"'«»]++");

    private TextMarkup() {}

    static String of(String text) {
        var lines = LINE.matcher(text).replaceAll("\n").strip();
        if (lines.isEmpty()) return "";
        return BLANK_LINES
                .splitAsStream(lines)
                .map(paragraph -> "<p>" + linked(paragraph).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String linked(String text) {
        var out = new StringBuilder();
        var addresses = WEB_ADDRESS.matcher(text);
        var done = 0;
        while (addresses.find()) {
            var end = endOf(text, addresses.start(), addresses.end());
            var address = escaped(text.substring(addresses.start(), end));
            out.append(escaped(text.substring(done, addresses.start())));
            out.append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            done = end;
        }
        return out.append(escaped(text.substring(done))).toString();
    }

    /** The full stop that ends a sentence is not part of the address, nor is the bracket around it. */
    private static int endOf(String text, int start, int end) {
        var open = count('(', text, start, end) - count(')', text, start, end);
        var last = end;
        while (last > start && isPunctuation(text.charAt(last - 1), open)) {
            if (text.charAt(last - 1) == ')') open++;
            last--;
        }
        return last;
    }

    private static boolean isPunctuation(char sign, long open) {
        return sign == ')' ? open < 0 : ".,;:!?]}*".indexOf(sign) >= 0;
    }

    private static long count(char sign, String text, int start, int end) {
        return text.substring(start, end).chars().filter(each -> each == sign).count();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
