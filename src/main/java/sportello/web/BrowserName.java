package sportello.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call a browser, from what it says of itself: {@code Firefox, Windows}. */
public final class BrowserName {
    /** Each says that it is those below it as well. */
    private static final Map<String, String> PROGRAMS =
            ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows", "Windows", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Mac OS", "macOS", "Linux",
            "Linux");

    private BrowserName() {}

    /** As it says itself, if it is none that we know. */
    public static String of(String userAgent) {
        var program = first(PROGRAMS, userAgent);
        if (program.isEmpty()) return userAgent;
        var system = first(SYSTEMS, userAgent);
        return system.isEmpty() ? program : program + ", " + system;
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
