package sportello.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import sportello.settings.Settings;

/**
 * How our cookies are called and kept. What counts is how the world reaches us, not how the proxy before us does. Under
 * https a prefix makes the browser see to it that they travel by https alone, and of most that nobody but this very host
 * has set them. Under plain http the port stands in the name, because browsers give all ports of a host the same cookies.
 */
@Component
public class CookieRules {
    private final URI baseUrl;

    @Autowired
    CookieRules(Settings settings) {
        this(settings.baseUrl());
    }

    public CookieRules(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The value that the browser keeps for this purpose. */
    public Optional<String> read(String purpose, HttpServletRequest request) {
        return read(request, name(purpose));
    }

    /** The same for one part of the house. */
    public Optional<String> readAt(String purpose, HttpServletRequest request) {
        return read(request, nameAt(purpose));
    }

    /** A cookie for the whole house, for our eyes only; until the browser is closed, unless an age is given. */
    public ResponseCookie.ResponseCookieBuilder cookie(String purpose, String value) {
        return cookie(name(purpose), value, "/");
    }

    /** One that is sent to this part of the house alone. */
    public ResponseCookie.ResponseCookieBuilder cookieAt(String path, String purpose, String value) {
        return cookie(nameAt(purpose), value, path);
    }

    public static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    String name(String purpose) {
        return (secure() ? "__Host-" : "") + plain(purpose);
    }

    private String nameAt(String purpose) {
        return (secure() ? "__Secure-" : "") + plain(purpose);
    }

    private String plain(String purpose) {
        return secure() || baseUrl.getPort() < 0
                ? "sportello-" + purpose
                : "sportello-" + baseUrl.getPort() + "-" + purpose;
    }

    /** Lax: who follows a link of another site, or comes back from a provider, is still who they are. */
    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, String path) {
        return ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .secure(secure())
                .sameSite("Lax");
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }
}
