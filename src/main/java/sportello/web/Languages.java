package sportello.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import sportello.base.Language;
import sportello.identity.Viewer;

/** In which language a page speaks: the viewer's; before log-in the one chosen, or the first that the browser knows. */
@Component
public class Languages {
    static final String COOKIE = "language";

    /** Keeps what a reader without an account chose. */
    public void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    Language of(HttpServletRequest request, @Nullable Viewer viewer) {
        return viewer == null ? ofStranger(request) : viewer.language();
    }

    /** In which language a page speaks to somebody who has not logged in. */
    public Language ofStranger(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) return Language.of(chosen.getValue());
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Language.ITALIAN;
        return Collections.list(request.getLocales()).stream()
                .map(java.util.Locale::getLanguage)
                .filter(code -> code.equals("it") || code.equals("en"))
                .findFirst()
                .map(Language::of)
                .orElse(Language.ENGLISH);
    }
}
