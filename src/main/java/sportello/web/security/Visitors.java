package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import sportello.audit.Hand;
import sportello.identity.Visitor;
import sportello.settings.Proxies;
import sportello.settings.Settings;
import sportello.web.BrowserName;

/**
 * From where requests come: from the connection, for a header can say anything. Only of the proxies that the operator has
 * named it is believed from whom they have a request.
 */
@Component
class Visitors {
    private static final String FORWARDED = "X-Forwarded-For";

    private final Proxies proxies;
    private final DeviceCookie device;

    Visitors(Settings settings, DeviceCookie device) {
        proxies = settings.proxies();
        this.device = device;
    }

    Visitor of(HttpServletRequest request) {
        var browser = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visitor(
                address(request), browser == null ? "" : browser, request.getRemoteAddr(), device.read(request));
    }

    /** Who is at work through this request. */
    Hand hand(@Nullable Long agent, String name, HttpServletRequest request) {
        var browser = BrowserName.of(of(request).browser());
        return new Hand(agent, name, address(request), browser);
    }

    String address(HttpServletRequest request) {
        return proxies.visitor(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
    }
}
