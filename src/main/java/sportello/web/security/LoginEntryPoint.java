package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import sportello.base.Query;

/**
 * Leads a stranger who asks for a page to the log-in, which remembers the page. Whoever sends a form or asks for data is
 * not led away from what was typed, but told.
 */
@Component
class LoginEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (asksForPage(request)) response.sendRedirect(remembering(target(request)));
        else response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    static boolean asksForPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && Bearer.of(request).isEmpty()
                && !request.getRequestURI().startsWith("/api/")
                && (accepted == null
                        || accepted.contains(MediaType.TEXT_HTML_VALUE)
                        || accepted.contains(MediaType.ALL_VALUE));
    }

    static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String remembering(String target) {
        return Query.EMPTY.with("target", target.equals("/") ? "" : target).after("/login");
    }
}
