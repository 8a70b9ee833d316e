package sportello.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.identity.Viewer;
import sportello.web.security.CookieRules;

/** In which language a page speaks: the viewer's; before log-in the one chosen, the first that the browser knows, or the house’s. */
@Component
public class Languages {
    private static final String COOKIE = "language";

    private final CookieRules rules;
    private final Letterhead letterhead;

    Languages(CookieRules rules, Letterhead letterhead) {
        this.rules = rules;
        this.letterhead = letterhead;
    }

    /** Keeps what a reader without an account chose. */
    public void remember(Language language, HttpServletResponse response) {
        CookieRules.add(rules.cookie(COOKIE, language.code()).maxAge(Duration.ofDays(365)), response);
    }

    Language of(HttpServletRequest request, @Nullable Viewer viewer) {
        return viewer == null ? ofStranger(request) : viewer.language();
    }

    /** In which language a page speaks to somebody who has not logged in. */
    public Language ofStranger(HttpServletRequest request) {
        var chosen = rules.read(COOKIE, request);
        if (chosen.isPresent()) return Language.of(chosen.get());
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return house();
        return Collections.list(request.getLocales()).stream()
                .map(java.util.Locale::getLanguage)
                .filter(code -> code.equals("it") || code.equals("en"))
                .findFirst()
                .map(Language::of)
                .orElseGet(this::house);
    }

    private Language house() {
        return letterhead.company().house().language();
    }
}
