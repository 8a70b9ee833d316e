package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.identity.Preferences;
import sportello.web.Zones;

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

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public List<String> themes() {
        return Preferences.THEMES;
    }

    public List<String> zones() {
        return Zones.ofPlaces();
    }
}
