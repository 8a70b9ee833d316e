package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The cookie of a browser that is away at a provider, encrypted by whoever sent it there. */
@Component
public class OidcCookie {
    private static final String PURPOSE = "oidc";

    private final CookieRules rules;

    OidcCookie(CookieRules rules) {
        this.rules = rules;
    }

    /** Empty for none. */
    public String read(HttpServletRequest request) {
        return rules.read(PURPOSE, request).orElse("");
    }

    public void write(String kept, HttpServletResponse response) {
        CookieRules.add(rules.cookie(PURPOSE, kept).maxAge(Duration.ofMinutes(15)), response);
    }

    public void clear(HttpServletResponse response) {
        CookieRules.add(rules.cookie(PURPOSE, "").maxAge(Duration.ZERO), response);
    }
}
