package sportello.mime;

/** Joins the lines that a mail program broke for width only (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    static String of(String text, boolean deleteSpace) {
        var out = new StringBuilder(text.length());
        var flowing = false;
        var depthBefore = 0;
        for (var line : text.split("\n", -1)) {
            var depth = depth(line);
            var words = line.substring(depth);
            if (words.startsWith(" ")) words = words.substring(1);
            if (!flowing || depth != depthBefore) start(out, depth, depth > 0 && !words.isEmpty());
            flowing = words.endsWith(" ") && !words.equals("-- ");
            out.append(flowing && deleteSpace ? words.substring(0, words.length() - 1) : words);
            depthBefore = depth;
        }
        return out.isEmpty() ? "" : out.substring(1);
    }

    private static void start(StringBuilder out, int depth, boolean gap) {
        out.append('\n').append(">".repeat(depth)).append(gap ? " " : "");
    }

    private static int depth(String line) {
        var depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') depth++;
        return depth;
    }
}
