package sportello.web.login;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.identity.Preferences;

/**
 * A person's own settings.
 *
 * @param refusal why the password was not changed
 * @param passwordHere whether the password is one of this house
 * @param factor the second factor
 * @param absence null for people who do not work here
 */
public record AccountPage(
        Preferences preferences,
        @Nullable Refusal refusal,
        boolean passwordHere,
        FactorPart factor,
        @Nullable AbsencePart absence) {

    private static final List<String> REGIONS = List.of(
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/");

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public List<String> themes() {
        return Preferences.THEMES;
    }

    /** The time zones that are named after a place, by name. */
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> REGIONS.stream().anyMatch(zone::startsWith))
                .sorted()
                .toList();
    }
}
