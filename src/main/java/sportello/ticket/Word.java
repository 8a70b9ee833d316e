package sportello.ticket;

import sportello.field.TypedFields;

/**
 * What an agent writes down: about what, the text, its files, and how long it took.
 *
 * @param fields the house's own of the article that it becomes, as the form asked for them
 */
public record Word(Title subject, Message text, Uploads files, Spent spent, TypedFields fields) {

    /** Nobody was asked for fields. */
    public Word(Title subject, Message text, Uploads files, Spent spent) {
        this(subject, text, files, spent, TypedFields.NONE);
    }
}
