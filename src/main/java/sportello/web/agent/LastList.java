package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import sportello.identity.Viewer.AgentViewer;

/**
 * The list that an agent looked at last, with its filters and its order, to come back to from the menu. The browser keeps
 * it, for each agent apart: to look at a list changes nothing here, and what a
 * browser fetches ahead was not looked at. What comes back is data and leads to a list of ours.
 */
final class LastList {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST = 2_000;

    private LastList() {}

    static void keep(ListAddress list, AgentViewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if ("prefetch".equals(request.getHeader("X-Sec-Purpose"))) return;
        var address = list.beginning().text();
        if (address.length() > LONGEST || of(viewer, request).text().equals(address)) return;
        var cookie = ResponseCookie.from(
                        name(viewer), Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(UTF_8)))
                .path(ListAddress.PATH)
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The usual list where none is known. */
    static ListAddress of(AgentViewer viewer, HttpServletRequest request) {
        var kept = Optional.ofNullable(WebUtils.getCookie(request, name(viewer)))
                .map(Cookie::getValue)
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

    private static String name(AgentViewer viewer) {
        return "list-" + viewer.id().value();
    }
}
