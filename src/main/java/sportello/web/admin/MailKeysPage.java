package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailkey.KeptMailKey;
import sportello.mime.Encryption;

/** The keys that open mails. */
public record MailKeysPage(
        List<KeptMailKey> keys, Instant now, @Nullable Refusal refusal) {

    public String called(KeptMailKey key) {
        return key.kind() == Encryption.Kind.SMIME ? "S/MIME" : "OpenPGP";
    }

    /** For the messages. */
    public String state(KeptMailKey key) {
        if (!key.valid()) return "invalid";
        return key.isOver(now) ? "over" : "valid";
    }

    /** In groups of four digits, as people read them to each other. */
    public String readable(KeptMailKey key) {
        return key.fingerprint().replaceAll("(.{4})(?=.)", "$1 ");
    }
}
