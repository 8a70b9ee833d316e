package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailkey.EndingMailKey;
import sportello.mailkey.KeptMailKey;
import sportello.mailkey.SealedSender;
import sportello.mailkey.SealedSender.Manner;

/**
 * The keys that open mails.
 *
 * @param ending those that end soon, or have ended, with no other to follow them
 * @param senders what our addresses do with what they send
 */
public record MailKeysPage(
        List<KeptMailKey> keys,
        List<EndingMailKey> ending,
        List<SealedSender> senders,
        Instant now,
        @Nullable Refusal refusal) {

    /** For the messages. */
    public String state(KeptMailKey key) {
        if (!key.valid()) return "invalid";
        return key.isOver(now) ? "over" : "valid";
    }

    /** Null for one that is well, or followed by another. */
    public @Nullable EndingMailKey ending(KeptMailKey key) {
        return ending.stream().filter(one -> one.id() == key.id()).findFirst().orElse(null);
    }

    public List<Manner> manners() {
        return List.of(Manner.values());
    }
}
