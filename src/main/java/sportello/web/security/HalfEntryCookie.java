package sportello.web.security;

import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** The cookie of somebody who has given the right password and still owes a code. */
@Component
public class HalfEntryCookie extends SecretCookie {

    HalfEntryCookie(Settings settings) {
        super(settings, "entry");
    }
}
