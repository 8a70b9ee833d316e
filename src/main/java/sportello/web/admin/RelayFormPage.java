package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mailbox.Mailbox;
import sportello.relay.KeptAccount;
import sportello.settings.Encryption;

/**
 * @param account the one that is changed, null for a new one
 * @param consenting the mailboxes by whose consent one can log in
 * @param guide null off the way through the first steps
 * @param trial what came of a mail that was just tried, null if none was
 */
public record RelayFormPage(
        @Nullable KeptAccount account,
        List<Mailbox> consenting,
        RelayForm form,
        @Nullable Guide guide,
        @Nullable Outcome<String> trial,
        @Nullable Refusal refusal) {

    /** The address to which a mail has just gone, null if none has. */
    public @Nullable String tried() {
        return trial instanceof Outcome.Done<String>(var address) ? address : null;
    }

    /** Why none has, where one was wanted. */
    public @Nullable Refusal untried() {
        return trial instanceof Outcome.Refused<String>(var why) ? why : null;
    }

    public String action() {
        return account == null
                ? Area.RELAY.address()
                : Area.RELAY.address() + "/" + account.id().value();
    }

    public boolean isStandard() {
        return account != null && account.standard();
    }

    public boolean isChosen(Mailbox mailbox) {
        return Objects.equals(form.mailbox(), mailbox.id().value());
    }

    /** For the messages. */
    public String key(Encryption encryption) {
        return encryption.name().toLowerCase(Locale.ROOT);
    }
}
