package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import sportello.web.security.CookieRules;
import sportello.web.security.LocalTarget;

/**
 * Where somebody was before a ticket: the list says so in its links, and a cookie of this one ticket keeps it, so that the
 * way back outlives whatever is done on the ticket, and needs no script. What comes in is data: it leads nowhere but to
 * a list of ours.
 */
@Component
class Origin {
    private static final String LISTS = "/agent/tickets";
    private static final Pattern TICKET = Pattern.compile("/tickets/([0-9A-Za-z-]{1,50})(?:/.*)?");
    private static final Pattern PLACES = Pattern.compile("/agent(?:/tickets|/bulks/\\d{1,18})?");
    private static final Pattern MARK = Pattern.compile("(?<=[?&])came=[^&#]*&?|#.*");
    private static final String COOKIE = "from";

    private final CookieRules rules;

    Origin(CookieRules rules) {
        this.rules = rules;
    }

    /** The way back from a page of a ticket; to the usual list from where nobody knows better. */
    String of(HttpServletRequest request, HttpServletResponse response) {
        var ticket = TICKET.matcher(request.getRequestURI());
        if (!ticket.matches()) return LISTS;
        var number = ticket.group(1);
        var said = said(request);
        said.ifPresent(place -> keep(place, number, response));
        return said.or(() -> kept(request)).map(place -> marked(place, number)).orElse(LISTS);
    }

    /** Only where a page is asked for: what is sent may be large, and says nothing of lists. */
    private static Optional<String> said(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) return Optional.empty();
        return place(request.getParameter("from")).or(() -> referrer(request));
    }

    private static Optional<String> place(@Nullable String address) {
        return LocalTarget.parse(address)
                .filter(target -> PLACES.matcher(target.path()).matches())
                .map(target -> MARK.matcher(target.address()).replaceAll("").replaceFirst("[?&]$", ""));
    }

    /** The page that had the link, where it did not say so itself. */
    private static Optional<String> referrer(HttpServletRequest request) {
        var referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer == null) return Optional.empty();
        try {
            var page = URI.create(referrer);
            var query = page.getRawQuery();
            return place(page.getRawPath() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private void keep(String place, String number, HttpServletResponse response) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
        CookieRules.add(rules.cookieAt("/tickets/" + number, COOKIE, value), response);
    }

    private Optional<String> kept(HttpServletRequest request) {
        return rules.readAt(COOKIE, request).flatMap(Origin::decoded).flatMap(Origin::place);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), UTF_8));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    /** A list marks the row of the ticket, and stands at it. */
    private static String marked(String place, String number) {
        if (!place.startsWith(LISTS)) return place;
        return place + (place.contains("?") ? "&" : "?") + "came=" + number + "#ticket-" + number;
    }
}
