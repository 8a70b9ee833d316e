package sportello.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import sportello.identity.Visitor;
import sportello.settings.Proxies;
import sportello.settings.Settings;

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

    String address(HttpServletRequest request) {
        return proxies.visitor(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
    }
}
