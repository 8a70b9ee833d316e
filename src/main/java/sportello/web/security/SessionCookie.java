package sportello.web.security;

import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** The cookie in which a browser keeps the token of its session. */
@Component
public class SessionCookie extends SecretCookie {

    SessionCookie(Settings settings) {
        super(settings, "session");
    }
}
