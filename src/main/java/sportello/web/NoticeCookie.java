package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Carries a notice over one redirect without a session. The browser holds it, so what comes back is data: an unknown key
 * shows nothing, and every argument is escaped by the template.
 */
final class NoticeCookie {
    private static final String NAME = "notice";
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 2_000;

    private NoticeCookie() {}

    static void write(Notice notice, HttpServletRequest request, HttpServletResponse response) {
        var fields = new ArrayList<String>();
        fields.add(notice.key());
        fields.add(notice.history() == null ? "" : notice.history().toString());
        notice.arguments().forEach(argument -> fields.add(shortened(argument)));
        var text = String.join(SEPARATOR, fields);
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)), 60, request, response);
    }

    /** The notice that waits for this reader, if any; after that it is gone. */
    static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || request.getHeader("X-Sec-Purpose") != null) return Optional.empty();
        set("", 0, request, response);
        return read(cookie);
    }

    private static Optional<Notice> read(Cookie cookie) {
        if (cookie.getValue().length() > LONGEST) return Optional.empty();
        try {
            var fields =
                    List.of(new String(Base64.getUrlDecoder().decode(cookie.getValue()), UTF_8).split(SEPARATOR, -1));
            var history = fields.get(1).isEmpty() ? null : Long.valueOf(fields.get(1));
            return Optional.of(new Notice(fields.get(0), fields.subList(2, fields.size()), history));
        } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
            return Optional.empty();
        }
    }

    private static void set(String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .maxAge(Duration.ofSeconds(seconds))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String shortened(String argument) {
        return argument.length() <= 200 ? argument : argument.substring(0, 199) + "…";
    }
}
