package sportello.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in forms with files before anybody asks for what is in them: from strangers nothing at all, from others as much
 * as the server reads.
 */
final class UploadFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer =
                ViewerAuthentication.viewerOf(SecurityContextHolder.getContext().getAuthentication());
        if (viewer == null) response.sendError(HttpStatus.UNAUTHORIZED.value());
        else if (fits(request)) chain.doFilter(request, response);
        else response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    /** By its contract, this exception says that the body, a part or their number is beyond the server's limits. */
    private static boolean fits(HttpServletRequest request) throws ServletException, IOException {
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException tooLarge) {
            return false;
        }
    }
}
