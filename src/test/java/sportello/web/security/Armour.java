package sportello.web.security;

import static org.springframework.http.HttpHeaders.SET_COOKIE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;

/** What every response takes along, whichever door it comes from: {@link HeadersTest} has it by kind and to the letter. */
final class Armour {
    private static final Map<String, String> BEGINNINGS = Map.of(
            "Content-Security-Policy", "default-src 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=()",
            "Cache-Control", "");

    private Armour() {}

    /** What the response lacks, or has in another way. */
    static List<String> gaps(MockHttpServletResponse response) {
        var gaps = new ArrayList<String>();
        BEGINNINGS.forEach((name, beginning) -> {
            var values = response.getHeaders(name);
            if (values.size() != 1 || !values.getFirst().startsWith(beginning)) gaps.add(name + ": " + values);
        });
        var policy = String.join(";", response.getHeaders("Content-Security-Policy"));
        if (policy.matches(".*(script-src[^;]*'unsafe|unsafe-eval).*")) gaps.add(policy);
        if (!policy.contains("frame-ancestors 'none'") && !policy.contains("frame-ancestors 'self'"))
            gaps.add("may be framed: " + policy);
        for (var cookie : response.getHeaders(SET_COOKIE))
            if (!cookie.startsWith("sportello-8080-")
                    || !cookie.contains("; HttpOnly")
                    || !cookie.contains("; SameSite=Lax")) gaps.add(cookie);
        return gaps;
    }
}
