package sportello.web.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Language;
import sportello.identity.ChangingPreferences;
import sportello.identity.Preferences;
import sportello.identity.Viewer;
import sportello.web.Languages;
import sportello.web.Views;
import sportello.web.security.LocalTarget;

@Controller
class PreferencesController {
    private final ChangingPreferences changing;
    private final Languages languages;
    private final WayIn wayIn;
    private final Views views;

    PreferencesController(ChangingPreferences changing, Languages languages, WayIn wayIn, Views views) {
        this.changing = changing;
        this.languages = languages;
        this.wayIn = wayIn;
        this.views = views;
    }

    /** Who has not logged in can choose the language, and the browser remembers it. */
    @PostMapping("/preferences")
    View update(PreferencesForm form, Optional<Viewer> viewer, HttpServletResponse response) {
        if (viewer.isPresent()) {
            changing.change(viewer.get(), form.over(Preferences.of(viewer.get())));
            return views.redirect(wayIn.to(form.back(), viewer.get()));
        }
        if (form.language() != null) languages.remember(Language.of(form.language()), response);
        return views.redirect(
                LocalTarget.parse(form.back()).map(LocalTarget::address).orElse("/login"));
    }
}
