package sportello.ticket;

/**
 * Whether a server that its mailbox trusts vouches for the sender of a mail, as it was found at receipt.
 *
 * @param authenticated whether the domain of the sender stands for it (DMARC)
 * @param server who says so; empty where none of those said anything
 * @param dmarc what came of it, so {@code spf} and {@code dkim}; empty where nothing is said of it
 */
public record Authentication(boolean authenticated, String server, String dmarc, String spf, String dkim) {
    /** None of the servers that are trusted said anything. */
    public static final Authentication MISSING = new Authentication(false, "", "", "", "");

    /** For the messages. */
    public String key() {
        return authenticated ? "yes" : "no";
    }
}
