package sportello.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a mailbox to be.
 *
 * @param secret the password; null leaves the one that is kept
 * @param gateways the servers whose word on senders is to count; several on a line too
 */
public record Proposal(
        String name,
        Access access,
        @Nullable String secret,
        Afterwards afterwards,
        boolean trusted,
        List<String> gateways,
        @Nullable Long defaultQueue) {

    public Proposal {
        gateways = List.copyOf(gateways);
    }

    /** One for which nobody is asked who sent a mail. */
    public Proposal(
            String name,
            Access access,
            @Nullable String secret,
            Afterwards afterwards,
            boolean trusted,
            @Nullable Long defaultQueue) {
        this(name, access, secret, afterwards, trusted, List.of(), defaultQueue);
    }

    @Override
    public String toString() {
        return "Proposal[" + name + ", " + access + "]";
    }
}
