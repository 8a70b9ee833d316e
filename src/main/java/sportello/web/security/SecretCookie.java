package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import sportello.identity.Secret;
import sportello.settings.Settings;

/** A cookie that holds a secret, for our eyes only and until the browser is closed; the server knows when it is over. */
public abstract class SecretCookie {
    private final CookieRules rules;
    private final String purpose;

    SecretCookie(Settings settings, String purpose) {
        rules = new CookieRules(settings.baseUrl());
        this.purpose = purpose;
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, rules.name(purpose)))
                .flatMap(cookie -> Secret.parse(cookie.getValue()));
    }

    public void write(Secret token, HttpServletResponse response) {
        add(cookie(token.text()).build(), response);
    }

    public void clear(HttpServletResponse response) {
        add(cookie("").maxAge(Duration.ZERO).build(), response);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(rules.name(purpose), value)
                .path("/")
                .httpOnly(true)
                .secure(rules.secure())
                .sameSite("Lax");
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
