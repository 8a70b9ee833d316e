package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.Passkey;

/**
 * A person's passkeys.
 *
 * @param name of the next one
 */
public record PasskeysPage(
        List<Passkey> passkeys, String name, @Nullable Refusal refusal) {
    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }
}
