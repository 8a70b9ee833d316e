package sportello.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What programs are answered. */
final class Json {
    private Json() {}

    static void write(Object answer, HttpServletResponse response) throws IOException {
        write(HttpStatus.OK.value(), MediaType.APPLICATION_JSON_VALUE, answer, response);
    }

    static void write(int status, String type, Object answer, HttpServletResponse response) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(answer);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
