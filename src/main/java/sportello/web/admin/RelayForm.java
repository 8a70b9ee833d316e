package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.MailboxId;
import sportello.relay.KeptRelay;
import sportello.settings.Encryption;

/**
 * The mail server as somebody typed it.
 *
 * @param secret the password; empty leaves the one that is kept
 * @param mailbox by whose consent we log in, null for a password
 */
public record RelayForm(
        String host,
        String port,
        Encryption encryption,
        String user,
        String secret,
        String ownCa,
        @Nullable Long mailbox) {
    private static final int NONE = -1;

    public RelayForm(
            @Nullable String host,
            @Nullable String port,
            @Nullable Encryption encryption,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String ownCa,
            @Nullable Long mailbox) {
        this.host = text(host);
        this.port = text(port);
        this.encryption = Objects.requireNonNullElse(encryption, Encryption.STARTTLS);
        this.user = text(user);
        this.secret = text(secret);
        this.ownCa = text(ownCa);
        this.mailbox = mailbox;
    }

    static RelayForm of(KeptRelay kept) {
        return new RelayForm(
                kept.host(),
                Integer.toString(kept.port()),
                kept.encryption(),
                kept.user(),
                null,
                kept.ownCa(),
                kept.mailbox() == null ? null : kept.mailbox().value());
    }

    KeptRelay relay() {
        var consenting = mailbox == null ? null : new MailboxId(mailbox);
        return new KeptRelay(host, number(port.strip()), encryption, user, ownCa, consenting);
    }

    @Nullable String typedSecret() {
        return secret.isEmpty() ? null : secret;
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "RelayForm[" + host + "]";
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : NONE;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
