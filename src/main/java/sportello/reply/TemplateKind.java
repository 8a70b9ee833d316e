package sportello.reply;

import java.util.Locale;

/** The forms in which a template can be offered. */
public enum TemplateKind {
    ANSWER,
    NOTE,
    CALL,
    FORWARD,
    MAIL,
    /** A ticket that the desk opens. */
    OPENING;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
