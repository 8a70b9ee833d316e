package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailkey.KeptMailKey;

/** The keys that open mails. */
public record MailKeysPage(
        List<KeptMailKey> keys, Instant now, @Nullable Refusal refusal) {

    /** For the messages. */
    public String state(KeptMailKey key) {
        if (!key.valid()) return "invalid";
        return key.isOver(now) ? "over" : "valid";
    }
}
