package sportello.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes stylesheets small before they travel. */
final class StyleText {
    private static final Pattern REMARK = Pattern.compile("(?s)/\\*.*?\\*/\\s*");

    /** Room around signs, and a last semicolon; a text in quotes stays as it is. */
    private static final Pattern ROOM = Pattern.compile("\"[^\"]*\"|\\s*;?\\s*}\\s*|\\s*[{;,]\\s*|:\\s+");

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{[^{}]*}");

    private StyleText() {}

    /** The same, written close. */
    static String close(String style) {
        return ROOM.matcher(REMARK.matcher(style).replaceAll(""))
                .replaceAll(found -> Matcher.quoteReplacement(closed(found.group())));
    }

    private static String closed(String found) {
        if (found.startsWith("\"")) return found;
        return found.contains("}") ? "}" : found.strip();
    }

    /** Without the rules that are only about classes which begin like that. */
    static String without(List<String> classes, String style) {
        var about = Pattern.compile("\\.(" + String.join("|", classes) + ")");
        return RULE.matcher(style)
                .replaceAll(rule -> Stream.of(rule.group(1).split(","))
                                .allMatch(selector -> about.matcher(selector).find())
                        ? ""
                        : Matcher.quoteReplacement(rule.group()));
    }
}
