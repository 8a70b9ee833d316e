package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.Access;
import sportello.mailbox.Afterwards;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Proposal;
import sportello.mailbox.Protocol;
import sportello.mailbox.Security;

/**
 * A mailbox as somebody typed it.
 *
 * @param secret the password; empty leaves the one that is kept
 * @param afterwards {@code leave}, {@code move} or {@code delete}
 * @param target the folder where mails move
 * @param gateways the servers whose word on senders counts, one a line
 * @param forConsent whether it has no password, and a consent will be given
 * @param queue where its mails go that nothing sends elsewhere, null for the queue of their address
 */
public record MailboxForm(
        String name,
        Protocol protocol,
        String host,
        String port,
        Security security,
        String ownCa,
        String user,
        String secret,
        String folder,
        String afterwards,
        String target,
        @Nullable Boolean trusted,
        @Nullable Long queue,
        @Nullable Boolean forConsent,
        String gateways) {
    private static final int NONE = -1;

    static final MailboxForm BLANK = new MailboxForm(
            null, null, null, "993", null, null, null, null, Access.INBOX, null, null, null, null, null, null);

    public MailboxForm(
            @Nullable String name,
            @Nullable Protocol protocol,
            @Nullable String host,
            @Nullable String port,
            @Nullable Security security,
            @Nullable String ownCa,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String folder,
            @Nullable String afterwards,
            @Nullable String target,
            @Nullable Boolean trusted,
            @Nullable Long queue,
            @Nullable Boolean forConsent,
            @Nullable String gateways) {
        this.name = text(name);
        this.protocol = Objects.requireNonNullElse(protocol, Protocol.IMAP);
        this.host = text(host);
        this.port = text(port);
        this.security = Objects.requireNonNullElse(security, Security.TLS);
        this.ownCa = text(ownCa);
        this.user = text(user);
        this.secret = text(secret);
        this.folder = text(folder);
        this.afterwards = Objects.requireNonNullElse(afterwards, "leave");
        this.target = text(target);
        this.trusted = trusted;
        this.queue = queue;
        this.forConsent = forConsent;
        this.gateways = text(gateways);
    }

    static MailboxForm of(Mailbox mailbox) {
        var access = mailbox.access();
        return new MailboxForm(
                mailbox.name(),
                access.protocol(),
                access.host(),
                Integer.toString(access.port()),
                access.security(),
                access.ownCa(),
                access.user(),
                null,
                access.folder(),
                switch (mailbox.afterwards()) {
                    case Afterwards.Leave _ -> "leave";
                    case Afterwards.Move _ -> "move";
                    case Afterwards.Delete _ -> "delete";
                },
                mailbox.afterwards() instanceof Afterwards.Move(var target) ? target : "",
                mailbox.trusted(),
                mailbox.defaultQueue(),
                null,
                String.join("\n", mailbox.gateways()));
    }

    Proposal proposal() {
        var after = switch (afterwards) {
            case "move" -> new Afterwards.Move(target.strip());
            case "delete" -> new Afterwards.Delete();
            default -> new Afterwards.Leave();
        };
        return new Proposal(
                name,
                new Access(protocol, host, number(port), security, ownCa, user.strip(), folder),
                secret.isEmpty() ? null : secret,
                after,
                isTrusted(),
                List.of(gateways),
                queue);
    }

    public boolean isForConsent() {
        return Boolean.TRUE.equals(forConsent);
    }

    public boolean isTrusted() {
        return Boolean.TRUE.equals(trusted);
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "MailboxForm[" + name + "]";
    }

    private static int number(String typed) {
        return typed.strip().matches("[0-9]{1,5}") ? Integer.parseInt(typed.strip()) : NONE;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
