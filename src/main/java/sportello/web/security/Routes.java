package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** The table of all routes; the narrowest pattern comes first, as it does where controllers are chosen. */
@Component
class Routes {
    private static final String TABLE = "authorisation.txt";

    private final List<Route> all;

    Routes() throws IOException {
        this(new ClassPathResource(TABLE).getContentAsString(UTF_8));
    }

    Routes(String table) {
        all = table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Route::parse)
                .sorted(comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
        if (all.stream().map(Route::name).distinct().count() < all.size())
            throw new IllegalArgumentException("A route stands twice in " + TABLE);
    }

    List<Route> all() {
        return all;
    }

    /** The route of an address, if it stands in the table. */
    Optional<Route> at(HttpMethod method, String path) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var address = PathContainer.parsePath(path);
        return all.stream()
                .filter(route -> route.method().equals(asked))
                .filter(route -> route.pattern().matches(address))
                .findFirst();
    }
}
