package sportello.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;

/** Makes the shell of each page from its request. */
@Component
class Shells {
    private static final ZoneId HOME = ZoneId.of("Europe/Rome");
    private static final Letterhead BLANK = new Letterhead("Sportello", "", "", "", "", false);

    private final MessageSource messages;
    private final Languages languages;
    private final Assets assets;
    private final Menu menu;
    private final LetterheadSql sql;
    private final Clock clock;
    private volatile Held held = new Held(BLANK, Instant.MIN);

    /** A company changes its letterhead rarely: no page asks the database for it more than once a minute. */
    private record Held(Letterhead letterhead, Instant until) {}

    Shells(MessageSource messages, Languages languages, Assets assets, Menu menu, LetterheadSql sql, Clock clock) {
        this.messages = messages;
        this.languages = languages;
        this.assets = assets;
        this.menu = menu;
        this.sql = sql;
        this.clock = clock;
    }

    Shell of(HttpServletRequest request, HttpServletResponse response) {
        var viewer = viewer();
        var words = words(request, viewer);
        return new Shell(
                viewer,
                words,
                letterhead(),
                assets,
                viewer instanceof AgentViewer agent ? menu.entries(agent.administrator()) : List.of(),
                path(request),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                NoticeCookie.take(request, response)
                        .filter(notice -> words.know(notice.key()))
                        .orElse(null));
    }

    private Words words(HttpServletRequest request, @Nullable Viewer viewer) {
        var zone = viewer == null ? HOME : viewer.zone();
        return new Words(messages, languages.of(request, viewer), zone, clock.instant());
    }

    private static @Nullable Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    /** Also without a database there is a page that says so. */
    private Letterhead letterhead() {
        var now = clock.instant();
        if (now.isBefore(held.until())) return held.letterhead();
        try {
            held = new Held(sql.letterhead(), now.plus(Duration.ofMinutes(1)));
        } catch (DataAccessException away) {
            held = new Held(held.letterhead(), now.plusSeconds(5));
        }
        return held.letterhead();
    }

    private static String path(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
