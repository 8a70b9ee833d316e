package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import sportello.identity.Secret;

/** A cookie that holds a secret, for our eyes only and until the browser is closed; the server knows when it is over. */
public abstract class SecretCookie {
    private final CookieRules rules;
    private final String purpose;

    SecretCookie(CookieRules rules, String purpose) {
        this.rules = rules;
        this.purpose = purpose;
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return rules.read(purpose, request).flatMap(Secret::parse);
    }

    public void write(Secret token, HttpServletResponse response) {
        CookieRules.add(rules.cookie(purpose, token.text()), response);
    }

    public void clear(HttpServletResponse response) {
        CookieRules.add(rules.cookie(purpose, "").maxAge(Duration.ZERO), response);
    }
}
