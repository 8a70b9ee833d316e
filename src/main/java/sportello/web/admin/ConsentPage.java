package sportello.web.admin;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Provider;

/**
 * @param given by whom consent was given, null if by nobody yet
 * @param until when the token of the day ends, null if there is none
 * @param back what has to be registered with the provider: where it sends its answers
 * @param onward where consent is given, null before the form was sent
 */
public record ConsentPage(
        Mailbox mailbox,
        ConsentForm form,
        @Nullable Provider given,
        @Nullable Instant until,
        URI back,
        @Nullable URI onward,
        @Nullable Refusal refusal) {

    public String address() {
        return ConsentController.of(mailbox.id());
    }

    /** For the messages. */
    public String key(Provider provider) {
        return provider.name().toLowerCase(Locale.ROOT);
    }
}
