package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.web.security.CookieRules;

/**
 * Carries a notice over one redirect without a session. The browser holds it, so what comes back is data: an unknown key
 * shows nothing, and every argument is escaped by the template.
 */
@Component
class NoticeCookie {
    private static final String NAME = "notice";
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 2_000;

    private final CookieRules rules;

    NoticeCookie(CookieRules rules) {
        this.rules = rules;
    }

    void write(Notice notice, HttpServletResponse response) {
        var fields = new ArrayList<String>();
        fields.add(notice.key());
        fields.add(notice.history() == null ? "" : notice.history().toString());
        notice.arguments().forEach(argument -> fields.add(shortened(argument)));
        var text = String.join(SEPARATOR, fields);
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)), 60, response);
    }

    /** The notice that waits for this reader, if any; after that it is gone. */
    Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        var kept = rules.read(NAME, request);
        if (kept.isEmpty() || request.getHeader("X-Sec-Purpose") != null) return Optional.empty();
        set("", 0, response);
        return read(kept.get());
    }

    private static Optional<Notice> read(String kept) {
        if (kept.length() > LONGEST) return Optional.empty();
        try {
            var fields = List.of(new String(Base64.getUrlDecoder().decode(kept), UTF_8).split(SEPARATOR, -1));
            var history = fields.get(1).isEmpty() ? null : Long.valueOf(fields.get(1));
            return Optional.of(new Notice(fields.get(0), fields.subList(2, fields.size()), history));
        } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
            return Optional.empty();
        }
    }

    private void set(String value, int seconds, HttpServletResponse response) {
        CookieRules.add(rules.cookie(NAME, value).maxAge(Duration.ofSeconds(seconds)), response);
    }

    private static String shortened(String argument) {
        return argument.length() <= 200 ? argument : argument.substring(0, 199) + "…";
    }
}
