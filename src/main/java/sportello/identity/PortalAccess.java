package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a customer user and the portal.
 *
 * @param open whether the person has an account
 * @param since when it was opened, null where that was not noted yet
 * @param entered when the person came in last, null if never, or never since that is noted
 * @param invited when the last invitation was sent, null if none was
 * @param goodUntil when its link expires, null also where the person has another address since
 * @param waiting whether one is about to be written
 */
public record PortalAccess(
        boolean open,
        @Nullable Instant since,
        @Nullable Instant entered,
        @Nullable Instant invited,
        @Nullable Instant goodUntil,
        boolean waiting) {}
