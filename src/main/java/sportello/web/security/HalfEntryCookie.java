package sportello.web.security;

import org.springframework.stereotype.Component;

/** The cookie of somebody who has given the right password and still owes a code. */
@Component
public class HalfEntryCookie extends SecretCookie {

    HalfEntryCookie(CookieRules rules) {
        super(rules, "entry");
    }
}
