package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a program is told that did not get what it asked for, as RFC 9457 has it.
 *
 * @param detail why, in the language of the person for whom it works
 * @param errors what is wrong with parts of what it sent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(int status, String detail, List<Wrong> errors) {
    private static final String DOORS = "/api/";

    public Problem {
        errors = List.copyOf(errors);
    }

    public Problem(int status, String detail) {
        this(status, detail, List.of());
    }

    /** @param pointer where it stands (RFC 6901): {@code #/fields/Pod} */
    public record Wrong(String pointer, String detail) {

        /** What is wrong with a member of a member. */
        public static Wrong in(String part, String member, String detail) {
            var escaped = member.replace("~", "~0").replace("/", "~1");
            var encoded = URLEncoder.encode(escaped, UTF_8).replace("+", "%20").replace("%7E", "~");
            return new Wrong("#/" + part + "/" + encoded, detail);
        }
    }

    /** Whether whoever asks knocks at a door for programs. */
    public static boolean isFor(HttpServletRequest request) {
        var asked = Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        return asked.toString().startsWith(DOORS);
    }

    /** Instead of whatever else would have been answered. */
    public void write(HttpServletResponse response) throws IOException {
        if (status == HttpStatus.UNAUTHORIZED.value()) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Json.write(status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, this, response);
    }
}
