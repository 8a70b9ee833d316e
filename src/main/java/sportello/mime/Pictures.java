package sportello.mime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Which files the HTML of a mail shows by their Content-ID. */
final class Pictures {

    private static final int LONGEST = 500;
    private static final int MOST = 4_000;

    private Pictures() {}

    static Set<String> shownIn(String html) {
        var found = new HashSet<String>();
        var end = 0;
        for (var at = next(html, 0); at >= 0 && found.size() < MOST; at = next(html, end)) {
            at += 4;
            end = at;
            while (end < html.length() && end - at < LONGEST && isPart(html.charAt(end))) end++;
            found.add(html.substring(at, end));
            found.add(decoded(html.substring(at, end)));
        }
        return found;
    }

    private static int next(String html, int from) {
        for (var at = html.indexOf(':', from); at >= 0; at = html.indexOf(':', at + 1))
            if (at >= from + 3 && html.regionMatches(true, at - 3, "cid", 0, 3)) return at - 3;
        return -1;
    }

    private static boolean isPart(char sign) {
        return sign > ' ' && "\"'<>)".indexOf(sign) < 0;
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B").replace("&amp;", "&"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
