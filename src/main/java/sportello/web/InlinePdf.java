package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/**
 * A document that this house drew, to be read in the browser's own viewer. It stands in no frame and loads nothing; a
 * sandbox would keep the viewers of Chromium and Safari from opening, and there is no script to be kept in.
 *
 * @param name under which it is saved
 * @param size in bytes
 */
public record InlinePdf(String name, long size, Supplier<InputStream> bytes) implements View {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(name, UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try (var stream = bytes.get()) {
            stream.transferTo(response.getOutputStream());
        }
    }
}
