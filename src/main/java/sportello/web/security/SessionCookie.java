package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.identity.Secret;
import sportello.settings.Settings;

/** The cookie in which a browser keeps the token of its session. */
@Component
public class SessionCookie {
    private final SecretCookie cookie;

    SessionCookie(Settings settings) {
        cookie = new SecretCookie(settings, "session");
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    /** The browser keeps it until it is closed; the server knows when the session is over. */
    public void write(Secret token, HttpServletResponse response) {
        cookie.write(token, response);
    }

    public void clear(HttpServletResponse response) {
        cookie.clear(response);
    }
}
