package sportello.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a mail among all mails, with its angle brackets. */
public record MessageId(String value) {

    private static final Pattern FORM = Pattern.compile("<[!-~&&[^<>@]]{1,200}@[!-~&&[^<>@]]{1,200}>");

    public MessageId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a Message-ID");
    }

    /** The name, unless it is none. */
    public static Optional<MessageId> of(@Nullable String written) {
        return written != null && FORM.matcher(written).matches()
                ? Optional.of(new MessageId(written))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
