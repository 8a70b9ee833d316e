package sportello.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What happened to a ticket, and when: as finely as the database keeps time, so that its hash can be found again. */
record PastEvent(TicketEvent event, Instant at) {

    PastEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
