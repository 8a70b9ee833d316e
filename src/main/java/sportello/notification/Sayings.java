package sportello.notification;

import org.springframework.stereotype.Component;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.ticket.TicketId;

/** Finds out what the house's own fields say of a ticket. */
@Component
class Sayings {
    private final FilledFields fields;

    Sayings(FilledFields fields) {
        this.fields = fields;
    }

    Said of(TicketId ticket) {
        var all = fields.of(Subject.TICKET, ticket.value());
        return all.isEmpty()
                ? Said.NOTHING
                : new Said(all, fields.of(Subject.TICKET, ticket.value(), Screen.PORTAL_TICKET));
    }
}
