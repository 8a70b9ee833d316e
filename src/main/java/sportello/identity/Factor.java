package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's second factor, as pages tell of it: an app, passkeys or both.
 *
 * @param app since when there is an app, null for none
 * @param passkeys how many there are
 * @param codes how many codes on paper are left
 */
public record Factor(@Nullable Instant app, int passkeys, int codes) {
    /** As the book tells of it. */
    String words() {
        var app = this.app == null ? "" : "totp";
        var keys = passkeys == 0 ? "" : passkeys + " passkey";
        return app.isEmpty() || keys.isEmpty() ? app + keys : app + ", " + keys;
    }

    /** Whether none would be left without one of them. */
    boolean isSingle() {
        return passkeys + (app == null ? 0 : 1) == 1;
    }
}
