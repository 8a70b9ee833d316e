package sportello.reply;

import java.util.Locale;

/** Where a template is offered: in one of the forms, or while somebody writes in whatever form. */
public enum TemplateKind {
    ANSWER,
    NOTE,
    CALL,
    FORWARD,
    MAIL,
    /** A ticket that the desk opens. */
    OPENING,
    /** Put where the writing is; brings no files. */
    SNIPPET;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
