package sportello.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * A way by which mail comes in. Its password is not here: only the log-in sees it.
 *
 * @param user the name to log in with
 * @param folder which folder is fetched, by IMAP
 * @param ownCa certificates in PEM that may vouch for the server besides the public ones; empty if none
 * @param trusted whether headers that steer the desk are believed in mails from here
 * @param defaultQueue where its mails go that nothing else sends elsewhere; the number of a queue
 * @param version grows with each change
 */
public record Mailbox(
        MailboxId id,
        String name,
        Protocol protocol,
        String host,
        int port,
        Security security,
        String user,
        String folder,
        Afterwards afterwards,
        String ownCa,
        boolean trusted,
        @Nullable Long defaultQueue,
        boolean valid,
        int version) {}
