package sportello.ticket;

import sportello.field.TypedFields;
import sportello.mail.Addressees;

/**
 * What an agent wrote to be mailed, and how long that took.
 *
 * @param fields the house's own of the article that it becomes, as the form asked for them
 * @param inClear whether its author said that it may leave in the clear, though what it is about came encrypted
 */
public record Mail(
        Addressees addressees,
        Title subject,
        Message text,
        Uploads files,
        Spent spent,
        TypedFields fields,
        boolean inClear) {

    /** Nobody was asked for fields. */
    public Mail(Addressees addressees, Title subject, Message text, Uploads files, Spent spent) {
        this(addressees, subject, text, files, spent, TypedFields.NONE, false);
    }

    public Mail(Addressees addressees, Title subject, Message text, Uploads files) {
        this(addressees, subject, text, files, Spent.NONE);
    }
}
