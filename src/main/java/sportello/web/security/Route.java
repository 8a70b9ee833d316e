package sportello.web.security;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the table: a method and a pattern of addresses, whom it admits, and how they must stand to the thing.
 *
 * @param proven whether the password or a code must have been given a short while ago
 * @param token whether programs may knock that work for a person
 * @param foreign whether pages of other sites may send something there, which brings none of our cookies along
 */
record Route(
        HttpMethod method,
        PathPattern pattern,
        Audience audience,
        Relation relation,
        boolean proven,
        boolean token,
        boolean foreign) {
    private static final String PROVEN = "proven";
    private static final String TOKEN = "token";
    private static final String FOREIGN = "foreign";
    private static final int FLAGGED = 5;

    static Route parse(String line) {
        var columns = line.strip().split("\\s+");
        var flag = columns.length == FLAGGED ? columns[4] : "";
        if (columns.length != FLAGGED - 1 && !Set.of(PROVEN, TOKEN, FOREIGN).contains(flag))
            throw new IllegalArgumentException("Not a route: " + line);
        return new Route(
                HttpMethod.valueOf(columns[0]),
                PathPatternParser.defaultInstance.parse(columns[1]),
                Audience.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                columns[3].equals("-") ? Relation.NONE : Relation.valueOf(columns[3].toUpperCase(Locale.ROOT)),
                flag.equals(PROVEN),
                flag.equals(TOKEN),
                flag.equals(FOREIGN));
    }

    /** Method and pattern, as in {@code GET /login}. */
    String name() {
        return method + " " + pattern;
    }
}
