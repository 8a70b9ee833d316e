package sportello.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the sign out of all values that nobody can type and PostgreSQL knows in no text. */
final class NulFilter extends OncePerRequestFilter {
    private static final String NUL = "\0";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getParameterMap();
        var odd = sent.values().stream().flatMap(Arrays::stream).anyMatch(value -> value.contains(NUL));
        chain.doFilter(odd ? new RetypedRequest(request, cleaned(sent)) : request, response);
    }

    private static Map<String, List<String>> cleaned(Map<String, String[]> sent) {
        var cleaned = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> cleaned.put(
                name, Arrays.stream(values).map(value -> value.replace(NUL, "")).toList()));
        return cleaned;
    }
}
