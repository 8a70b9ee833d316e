package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.MailboxId;
import sportello.relay.AccountProposal;
import sportello.relay.KeptAccount;
import sportello.relay.KeptRelay;
import sportello.settings.Encryption;

/**
 * A mail account as somebody typed it.
 *
 * @param secret the password; empty leaves the one that is kept
 * @param mailbox by whose consent we log in, null for a password
 * @param senders one a line
 */
public record RelayForm(
        String name,
        String host,
        String port,
        Encryption encryption,
        String user,
        String secret,
        String ownCa,
        @Nullable Long mailbox,
        String senders,
        @Nullable Boolean standard,
        @Nullable Boolean valid) {
    private static final int NONE = -1;

    static final RelayForm BLANK = of(AccountProposal.BLANK);

    public RelayForm(
            @Nullable String name,
            @Nullable String host,
            @Nullable String port,
            @Nullable Encryption encryption,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String ownCa,
            @Nullable Long mailbox,
            @Nullable String senders,
            @Nullable Boolean standard,
            @Nullable Boolean valid) {
        this.name = text(name);
        this.host = text(host);
        this.port = text(port);
        this.encryption = Objects.requireNonNullElse(encryption, Encryption.STARTTLS);
        this.user = text(user);
        this.secret = text(secret);
        this.ownCa = text(ownCa);
        this.mailbox = mailbox;
        this.senders = text(senders);
        this.standard = standard;
        this.valid = valid;
    }

    static RelayForm of(KeptAccount account) {
        return of(account.proposal());
    }

    private static RelayForm of(AccountProposal account) {
        var kept = account.relay();
        return new RelayForm(
                account.name(),
                kept.host(),
                Integer.toString(kept.port()),
                kept.encryption(),
                kept.user(),
                null,
                kept.ownCa(),
                kept.mailbox() == null ? null : kept.mailbox().value(),
                String.join("\n", account.senders()),
                account.standard(),
                account.valid());
    }

    AccountProposal account() {
        var consenting = mailbox == null ? null : new MailboxId(mailbox);
        var relay = new KeptRelay(host, number(port.strip()), encryption, user, ownCa, consenting);
        return new AccountProposal(name, relay, List.of(senders), isStandard(), isValid());
    }

    public boolean isStandard() {
        return Boolean.TRUE.equals(standard);
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
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
