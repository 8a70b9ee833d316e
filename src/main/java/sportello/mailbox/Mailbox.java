package sportello.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox from which mail comes to the desk.
 *
 * @param trusted whether its mails may say by their headers what becomes of them
 * @param gateways the servers whose word on senders counts, as they call themselves; none where nobody is asked
 * @param defaultQueue where its mails go unless something else decides; null for the queue of their address
 * @param valid whether it is in use
 */
public record Mailbox(
        MailboxId id,
        String name,
        Access access,
        Afterwards afterwards,
        boolean trusted,
        List<String> gateways,
        @Nullable Long defaultQueue,
        boolean valid) {

    public Mailbox {
        gateways = List.copyOf(gateways);
    }
}
