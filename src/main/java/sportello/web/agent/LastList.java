package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.security.CookieRules;

/**
 * The list that an agent looked at last, with its filters and its order, to come back to from the menu. The browser keeps
 * it, for each agent apart: to look at a list changes nothing here, and what a
 * browser fetches ahead was not looked at. What comes back is data and leads to a list of ours.
 */
@Component
class LastList {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST = 2_000;

    private final CookieRules rules;

    LastList(CookieRules rules) {
        this.rules = rules;
    }

    void keep(ListAddress list, AgentViewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if ("prefetch".equals(request.getHeader("X-Sec-Purpose"))) return;
        var address = list.beginning().text();
        if (address.length() > LONGEST || of(viewer, request).text().equals(address)) return;
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(UTF_8));
        CookieRules.add(rules.cookieAt(ListAddress.PATH, purpose(viewer), value).maxAge(KEPT), response);
    }

    /** The usual list where none is known. */
    ListAddress of(AgentViewer viewer, HttpServletRequest request) {
        var kept = rules.readAt(purpose(viewer), request)
                .flatMap(LastList::decoded)
                .orElse(null);
        return ListAddress.parse(kept).beginning();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), UTF_8));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static String purpose(AgentViewer viewer) {
        return "list-" + viewer.id().value();
    }
}
