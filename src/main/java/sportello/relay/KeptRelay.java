package sportello.relay;

import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Provider;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;
import sportello.settings.Trust;

/**
 * The server as somebody wants it, or as it is kept.
 *
 * @param port from 1 to 65535
 * @param user empty where the server asks nobody for a name
 * @param ownCa certificates (PEM) of those who vouch for it, empty for the well-known authorities
 * @param mailbox by whose consent we log in, null where it is by password or not at all
 */
public record KeptRelay(
        String host,
        int port,
        Encryption encryption,
        String user,
        String ownCa,
        @Nullable MailboxId mailbox) {
    /** Of a user, in characters. */
    private static final int LONGEST = 255;

    private static final int LAST_PORT = 65_535;

    /** As it is usual with those who sell mailboxes. */
    public static final KeptRelay BLANK = new KeptRelay("", 587, Encryption.STARTTLS, "", "");

    /** One that is logged in to by password, or not at all. */
    public KeptRelay(String host, int port, Encryption encryption, String user, String ownCa) {
        this(host, port, encryption, user, ownCa, null);
    }

    /** The same, tidied, if it can be. */
    Outcome<KeptRelay> checked() {
        var tidy = new KeptRelay(host.strip(), port, encryption, user.strip(), ownCa.strip(), mailbox);
        if (!tidy.host.matches("[\\p{Alnum}.:-]{1,253}")) return Outcome.refused("relay.host");
        if (port < 1 || port > LAST_PORT) return Outcome.refused("relay.port");
        if (tidy.user.length() > LONGEST) return Outcome.refused("relay.long_user", LONGEST);
        if (!Trust.isReadable(tidy.ownCa)) return Outcome.refused("relay.own_ca");
        if (!tidy.isPrivate()) return Outcome.refused("relay.in_the_clear");
        return Outcome.done(tidy);
    }

    /** Whether a password for one may go to the other: to the same server, as the same user, on a way as private. */
    boolean leadsWhere(KeptRelay other) {
        return host.equalsIgnoreCase(other.host)
                && port == other.port
                && encryption == other.encryption
                && user.equals(other.user)
                && ownCa.equals(other.ownCa);
    }

    KeptRelay as(String name) {
        return new KeptRelay(host, port, encryption, name, ownCa, mailbox);
    }

    /** Whether a token of the provider may go there: to its own servers, and so that nobody between them reads it. */
    boolean isSafeWith(Provider provider) {
        return provider.owns(host)
                && ownCa.isEmpty()
                && (encryption == Encryption.TLS || encryption == Encryption.STARTTLS);
    }

    SmtpServer server(@Nullable String secret) {
        return new SmtpServer(encryption, host, port, user.isEmpty() ? null : user, secret, mailbox != null, ownCa);
    }

    private boolean isPrivate() {
        return switch (encryption) {
            case TLS, STARTTLS -> true;
            case IF_OFFERED -> user.isEmpty();
            case NONE -> SmtpServer.isHere(host);
        };
    }
}
