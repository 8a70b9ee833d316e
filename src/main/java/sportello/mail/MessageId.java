package sportello.mail;

import java.util.regex.Pattern;

/** The name of a mail among all mails, with its angle brackets. */
public record MessageId(String value) {

    private static final Pattern FORM = Pattern.compile("<[!-~&&[^<>@]]{1,200}@[!-~&&[^<>@]]{1,200}>");

    public MessageId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a Message-ID");
    }

    @Override
    public String toString() {
        return value;
    }
}
