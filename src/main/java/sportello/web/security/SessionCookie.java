package sportello.web.security;

import org.springframework.stereotype.Component;

/** The cookie in which a browser keeps the token of its session. */
@Component
public class SessionCookie extends SecretCookie {

    SessionCookie(CookieRules rules) {
        super(rules, "session");
    }
}
