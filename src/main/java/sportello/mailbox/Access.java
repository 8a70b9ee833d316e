package sportello.mailbox;

import java.net.InetAddress;

/**
 * The way into a mailbox, without its secret.
 *
 * @param ownCa certificates in PEM that are trusted instead of the well-known ones; empty for those
 * @param folder the folder that is read, which POP3 does not have
 */
public record Access(
        Protocol protocol, String host, int port, Security security, String ownCa, String user, String folder) {

    public static final String INBOX = "INBOX";

    /** Whether a secret goes the same way to the same server: for any other it has to be typed again. */
    boolean leadsWhere(Access other) {
        return protocol == other.protocol
                && host.equalsIgnoreCase(other.host)
                && port == other.port
                && security == other.security
                && ownCa.equals(other.ownCa);
    }

    /** Whether the server is this very machine, by name or number. */
    boolean isHere() {
        if (host.equals("localhost")) return true;
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
