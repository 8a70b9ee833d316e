package sportello.postmaster;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketHappened;

/** Hears that the desk closes a ticket: whoever the house knows is told by the rules for notifications, others by this. */
@Component
class AnsweringTheEnd {
    private final AutomaticAnswerSql sql;
    private final AutomaticAnswers answers;

    AnsweringTheEnd(AutomaticAnswerSql sql, AutomaticAnswers answers) {
        this.sql = sql;
        this.answers = answers;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TicketHappened happened) {
        if (happened.event() instanceof TicketEvent.Closed closed)
            sql.strangerOf(closed.ticket()).ifPresent(answers::tellOfTheEnd);
    }
}
