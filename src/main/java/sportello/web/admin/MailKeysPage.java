package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailkey.KeptMailKey;
import sportello.mailkey.SealedSender;
import sportello.mailkey.SealedSender.Manner;

/**
 * The keys that open mails.
 *
 * @param senders what our addresses do with what they send
 */
public record MailKeysPage(
        List<KeptMailKey> keys,
        List<SealedSender> senders,
        Instant now,
        @Nullable Refusal refusal) {

    /** For the messages. */
    public String state(KeptMailKey key) {
        if (!key.valid()) return "invalid";
        return key.isOver(now) ? "over" : "valid";
    }

    public List<Manner> manners() {
        return List.of(Manner.values());
    }
}
