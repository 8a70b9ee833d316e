package sportello.web.security;

import org.springframework.stereotype.Component;

/** The cookie of a browser that is away at a provider that speaks SAML. */
@Component
public class SamlCookie extends SecretCookie {

    SamlCookie(CookieRules rules) {
        super(rules, "saml");
    }
}
