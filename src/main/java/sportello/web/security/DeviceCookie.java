package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import sportello.identity.Devices;

/** The cookie by which a browser is known through which somebody has entered; what it says, {@link Devices} has encrypted. */
@Component
public class DeviceCookie {
    private static final String PURPOSE = "device";

    private final CookieRules rules;

    DeviceCookie(CookieRules rules) {
        this.rules = rules;
    }

    /** Empty for none. */
    public String read(HttpServletRequest request) {
        return rules.read(PURPOSE, request).orElse("");
    }

    public void write(String kept, HttpServletResponse response) {
        if (!kept.isEmpty()) CookieRules.add(rules.cookie(PURPOSE, kept).maxAge(Devices.KEPT), response);
    }
}
