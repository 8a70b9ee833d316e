package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/**
 * The page to which the link leads.
 *
 * @param newcomer by which name somebody will enter who has had no password so far, null for everybody else
 */
public record PasswordPage(
        String token, @Nullable String newcomer, @Nullable Refusal refusal) {
    @Override
    public String toString() {
        return "PasswordPage";
    }
}
