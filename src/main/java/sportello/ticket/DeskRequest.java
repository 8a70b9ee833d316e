package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.TypedFields;
import sportello.mail.Addressees;
import sportello.queue.QueueId;

/**
 * A request as an agent writes it down for a customer.
 *
 * @param owner null for whoever the queue gives it to; so is {@code responsible}
 * @param classes of which type it is, and for which service
 * @param fields as the form asked for them
 * @param word about what, the text, its files, and how long it took
 * @param copies who gets the mail besides the customer user; nobody reads them where nothing is mailed
 */
public record DeskRequest(
        Asking asking,
        QueueId queue,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        Beginning beginning,
        Priority priority,
        WantedClasses classes,
        TypedFields fields,
        Word word,
        Addressees copies) {

    /** Of no type, for no service, without fields or copies, and nobody says how long it took. */
    public DeskRequest(
            Asking asking,
            QueueId queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            Beginning beginning,
            Priority priority,
            Title title,
            Message text,
            Uploads uploads) {
        this(
                asking,
                queue,
                owner,
                responsible,
                beginning,
                priority,
                WantedClasses.NONE,
                TypedFields.NONE,
                new Word(title, text, uploads, Spent.NONE),
                Addressees.NONE);
    }
}
