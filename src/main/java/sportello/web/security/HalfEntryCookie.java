package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.identity.Secret;
import sportello.settings.Settings;

/** The cookie of somebody who has given the right password and still owes a code. */
@Component
public class HalfEntryCookie {
    private final SecretCookie cookie;

    HalfEntryCookie(Settings settings) {
        cookie = new SecretCookie(settings, "entry");
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    public void write(Secret token, HttpServletResponse response) {
        cookie.write(token, response);
    }

    public void clear(HttpServletResponse response) {
        cookie.clear(response);
    }
}
