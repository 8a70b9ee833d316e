package sportello.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as administrators see it.
 *
 * @param ref by which the other side knows it, however often it comes
 * @param subject empty when it is so old that its text is gone
 * @param answer of the last try, null before the first
 */
public record ListedDelivery(
        DeliveryId id,
        UUID ref,
        String webhook,
        String ticket,
        String subject,
        Instant at,
        DeliveryState state,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Answer answer) {

    /** Whether it can be tried at once. */
    public boolean again() {
        return state != DeliveryState.SENT && !subject.isEmpty();
    }
}
