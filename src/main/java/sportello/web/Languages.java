package sportello.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import sportello.base.Language;
import sportello.identity.Viewer;

/** In which language a page speaks: the viewer's; before log-in the one chosen, or the first that the browser knows. */
@Component
class Languages {
    static final String COOKIE = "language";

    Language of(HttpServletRequest request, @Nullable Viewer viewer) {
        if (viewer != null) return viewer.language();
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
