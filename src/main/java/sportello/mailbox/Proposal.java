package sportello.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a mailbox to be.
 *
 * @param secret the password; null leaves the one that is kept
 */
public record Proposal(
        String name,
        Access access,
        @Nullable String secret,
        Afterwards afterwards,
        boolean trusted,
        @Nullable Long defaultQueue) {

    @Override
    public String toString() {
        return "Proposal[" + name + ", " + access + "]";
    }
}
