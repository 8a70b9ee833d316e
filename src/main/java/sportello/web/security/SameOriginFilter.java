package sportello.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site sends. Browsers say where a request comes from, and no page can make them
 * lie; who says nothing is no browser of the last years, and still needs the token against forgery.
 */
final class SameOriginFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final URI baseUrl;
    private final Predicate<HttpServletRequest> expected;

    /** @param expected what pages of other sites send in the course of something that began here */
    SameOriginFilter(URI baseUrl, Predicate<HttpServletRequest> expected) {
        this.baseUrl = baseUrl;
        this.expected = expected;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOurs(request) || expected.test(request))
            chain.doFilter(request, response);
        else response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return OURS.contains(site);
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOurs(origin, request.getHeader(HttpHeaders.HOST));
    }

    /** Also the name by which the browser reached us: there may be several, and a foreign page has none of them. */
    private boolean isOurs(String origin, String host) {
        var end = origin.indexOf("://");
        return end > 0
                && (origin.equalsIgnoreCase(baseUrl.getScheme() + "://" + baseUrl.getAuthority())
                        || origin.substring(end + 3).equalsIgnoreCase(host));
    }
}
