package sportello.web.admin;

import java.util.Arrays;
import java.util.Locale;
import sportello.mailkey.SealedSender;
import sportello.mailkey.SealedSender.Manner;

/** What an address of ours is to do with what it sends, as somebody chose it. */
record SealedSenderForm(SealedSender sender) {

    /** What no page offers is a no. */
    static SealedSenderForm read(Sent sent) {
        var manner = Arrays.stream(Manner.values())
                .filter(one -> one.key().equals(sent.text("manner")))
                .findFirst()
                .orElse(Manner.NEVER);
        return new SealedSenderForm(new SealedSender(
                sent.text("address").toLowerCase(Locale.ROOT),
                manner,
                sent.ticked("automatic"),
                sent.number("version")));
    }
}
