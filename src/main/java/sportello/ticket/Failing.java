package sportello.ticket;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Actor;
import sportello.mail.LetterFailed;

/**
 * A mail of the desk could not be delivered: the ticket says so, and whoever is in charge is told. Other letters, such as
 * those by which people are told, belong to no article, and nobody is told of them.
 */
@Component
class Failing {
    private final Workbench workbench;
    private final RecipientSql recipients;
    private final Chronicle chronicle;

    Failing(Workbench workbench, RecipientSql recipients, Chronicle chronicle) {
        this.workbench = workbench;
        this.recipients = recipients;
        this.chronicle = chronicle;
    }

    /** The article may have gone with its ticket into another one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LetterFailed failed) {
        recipients.owner(failed.letter()).ifPresent(mailed -> {
            var ticket = workbench.take(mailed.ticket());
            chronicle.record(new TicketEvent.Undelivered(
                    ticket.id(), Actor.SYSTEM, mailed.article(), failed.address(), failed.answer()));
        });
    }
}
