package sportello.web.security;

import java.net.URI;

/**
 * How our cookies are called and kept. Under https the prefix makes the browser see to it that nobody but this very host
 * has set them. Under plain http the port stands in the name, because browsers give all ports of a host the same cookies.
 */
record CookieRules(URI baseUrl) {

    boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    String name(String purpose) {
        if (secure()) return "__Host-sportello-" + purpose;
        return baseUrl.getPort() < 0 ? "sportello-" + purpose : "sportello-" + baseUrl.getPort() + "-" + purpose;
    }
}
