package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
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

    /** Doors that are only there in a profile stand in a table of their own, such as {@code authorisation-demo.txt}. */
    @Autowired
    Routes(Environment environment) {
        this(Stream.concat(
                        Stream.of(TABLE),
                        Stream.of(environment.getActiveProfiles()).map("authorisation-%s.txt"::formatted))
                .map(ClassPathResource::new)
                .filter(ClassPathResource::exists)
                .map(Routes::read)
                .collect(joining("\n")));
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

    private static String read(ClassPathResource table) {
        try {
            return table.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Route> all() {
        return all;
    }

    /** Whether what is asked for stands in the table, as a route of which this is true. */
    boolean are(Predicate<Route> kind, HttpServletRequest request) {
        return at(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .filter(kind)
                .isPresent();
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
