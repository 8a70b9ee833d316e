package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import sportello.identity.Secret;
import sportello.settings.Settings;

/** The cookie in which a browser keeps the token of its session. */
@Component
public class SessionCookie {
    private final CookieRules rules;

    SessionCookie(Settings settings) {
        rules = new CookieRules(settings.baseUrl());
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, rules.name("session")))
                .flatMap(cookie -> Secret.parse(cookie.getValue()));
    }

    /** The browser keeps it until it is closed; the server knows when the session is over. */
    public void write(Secret token, HttpServletResponse response) {
        add(cookie(token.text()).build(), response);
    }

    public void clear(HttpServletResponse response) {
        add(cookie("").maxAge(Duration.ZERO).build(), response);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(rules.name("session"), value)
                .path("/")
                .httpOnly(true)
                .secure(rules.secure())
                .sameSite("Lax");
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
