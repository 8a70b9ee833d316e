package sportello.web.login;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.identity.Preferences;

/** What somebody wants otherwise; what is not named, or does not exist, stays as it is. */
record PreferencesForm(
        @Nullable String language,
        @Nullable String zone,
        @Nullable String theme,
        String back) {

    PreferencesForm(@Nullable String language, @Nullable String zone, @Nullable String theme, @Nullable String back) {
        this.language = language;
        this.zone = zone;
        this.theme = theme;
        this.back = Objects.requireNonNullElse(back, "");
    }

    Preferences over(Preferences old) {
        return new Preferences(
                language == null ? old.language() : Language.of(language),
                zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : old.zone(),
                theme != null && Preferences.THEMES.contains(theme) ? theme : old.theme());
    }
}
