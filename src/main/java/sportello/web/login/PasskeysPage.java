package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.identity.Passkey;

/**
 * A person's passkeys.
 *
 * @param name of the next one
 * @param renaming of which the new name was refused, null if none was
 */
public record PasskeysPage(
        List<Passkey> passkeys,
        String name,
        @Nullable Refusal refusal,
        @Nullable Renaming renaming) {
    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }

    /** A new name as somebody typed it, and why the passkey cannot have it. */
    public record Renaming(long id, String name, Refusal refusal) {}

    /** What was typed for this one, null if nothing was. */
    public @Nullable Renaming of(Passkey passkey) {
        return renaming != null && renaming.id() == passkey.id() ? renaming : null;
    }
}
