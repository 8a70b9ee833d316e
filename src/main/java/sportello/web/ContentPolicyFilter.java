package sportello.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the content security policy on every response, before anything else can answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentPolicyFilter extends OncePerRequestFilter {
    /** The style that Turbo puts into the page for its progress bar. */
    static final String TURBO_STYLE_HASH = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

    private final String policy;

    ContentPolicyFilter(Assets assets) {
        policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + assets.importMapHash(),
                "style-src 'self' " + TURBO_STYLE_HASH,
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self'",
                "frame-src 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        chain.doFilter(request, response);
    }
}
