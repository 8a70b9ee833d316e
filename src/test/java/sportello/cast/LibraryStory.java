package sportello.cast;

import sportello.base.Outcome;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What Giulia Moretti writes for the library of Roccalba: the procedure's own example. */
public final class LibraryStory {
    public static final String TITLE = "Variazione orario biblioteca";

    public static final String TEXT = """
            Buongiorno,

            i nuovi orari della biblioteca a partire dal 5/12/2026 saranno:

            Lunedì: 14:00 - 18:00
            Martedì: 9:00 - 12:00 | 14:00 - 18:00
            Mercoledì: 14:00 - 18:00
            Giovedì: 9:00 - 12:00 | 14:00 - 18:00
            Venerdì: 14:00 - 18:00
            Sabato: 9:00 - 12:00 | 14:00 - 18:00
            Domenica: Chiuso

            Si richiede di variare l'orario di attivazione dell'impianto.""";

    private LibraryStory() {}

    /** Somebody writes it in the portal. */
    public static TicketNumber askedBy(CustomerViewer asker, Opening opening) {
        var outcome = opening.byPortal(asker, asker.customer(), new Title(TITLE), new Message(TEXT), Uploads.NONE);
        if (outcome instanceof Outcome.Done(var number)) return number;
        throw new AssertionError(outcome);
    }
}
