package sportello.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.audit.AccessLine;

/**
 * What the house keeps of how a customer user enters, without anything by which somebody could.
 *
 * @param theme how the person wants pages to look
 * @param codesSince since when an app makes codes for the person, null if none does
 * @param providers who says of the person who that is
 * @param accesses what the log of access tells of the person, oldest first
 */
public record Footprint(
        PortalAccess access,
        String theme,
        @Nullable Instant codesSince,
        List<Visit> visits,
        List<Passkey> passkeys,
        List<ApiToken> tokens,
        List<String> providers,
        List<AccessLine> accesses) {

    /** A session that was begun and not ended yet. */
    public record Visit(Instant since, Instant seen, String address, String browser) {}

    public Footprint {
        visits = List.copyOf(visits);
        passkeys = List.copyOf(passkeys);
        tokens = List.copyOf(tokens);
        providers = List.copyOf(providers);
        accesses = List.copyOf(accesses);
    }
}
