package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Actor;
import sportello.mail.Recipient;

/** The house has answered a mail by itself: whoever looks at the ticket sees it. */
@Component
public class AutoAnswering {
    private final Workbench workbench;
    private final Chronicle chronicle;

    AutoAnswering(Workbench workbench, Chronicle chronicle) {
        this.workbench = workbench;
        this.chronicle = chronicle;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(TicketId id, Recipient to) {
        var ticket = workbench.take(id);
        chronicle.record(new TicketEvent.AutoAnswered(ticket.id(), Actor.SYSTEM, to.address()));
    }
}
