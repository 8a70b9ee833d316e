package sportello.web.security;

import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the table: a method and a pattern of addresses, whom it admits, and how they must stand to the thing.
 *
 * @param proven whether the password or a code must have been given a short while ago
 * @param token whether programs may knock that work for a person
 */
record Route(
        HttpMethod method, PathPattern pattern, Audience audience, Relation relation, boolean proven, boolean token) {
    private static final String PROVEN = "proven";
    private static final String TOKEN = "token";

    static Route parse(String line) {
        var columns = line.strip().split("\\s+");
        var proven = columns.length == 5 && columns[4].equals(PROVEN);
        var token = columns.length == 5 && columns[4].equals(TOKEN);
        if (columns.length != 4 && !proven && !token) throw new IllegalArgumentException("Not a route: " + line);
        return new Route(
                HttpMethod.valueOf(columns[0]),
                PathPatternParser.defaultInstance.parse(columns[1]),
                Audience.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                columns[3].equals("-") ? Relation.NONE : Relation.valueOf(columns[3].toUpperCase(Locale.ROOT)),
                proven,
                token);
    }

    /** Method and pattern, as in {@code GET /login}. */
    String name() {
        return method + " " + pattern;
    }
}
