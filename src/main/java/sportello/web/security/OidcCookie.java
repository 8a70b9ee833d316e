package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import sportello.settings.Settings;

/** The cookie of a browser that is away at a provider, encrypted by whoever sent it there. */
@Component
public class OidcCookie {
    private final CookieRules rules;

    OidcCookie(Settings settings) {
        rules = new CookieRules(settings.baseUrl());
    }

    /** Empty for none. */
    public String read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, rules.name("oidc"));
        return cookie == null ? "" : cookie.getValue();
    }

    public void write(String kept, HttpServletResponse response) {
        add(kept, Duration.ofMinutes(15), response);
    }

    public void clear(HttpServletResponse response) {
        add("", Duration.ZERO, response);
    }

    /** Lax, for the browser comes back by a link of another site. */
    private void add(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(rules.name("oidc"), value)
                .path("/")
                .httpOnly(true)
                .secure(rules.secure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
