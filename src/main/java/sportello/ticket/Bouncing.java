package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Actor;

/** A mail of the desk came back: the ticket says so, and whoever is in charge is told. */
@Component
public class Bouncing {
    private final Workbench workbench;
    private final Articles articles;
    private final Chronicle chronicle;

    Bouncing(Workbench workbench, Articles articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /**
     * The report stays with the ticket, for the desk only; the ticket's state is nobody's business but people's.
     *
     * @param messageId the name of the mail that came back
     * @param addresses that were not reached
     */
    @Transactional
    public Received bounced(TicketId id, IncomingMail report, String messageId, List<String> addresses) {
        var ticket = workbench.take(id);
        var kept = keep(ticket.id(), report);
        for (var address : addresses)
            chronicle.record(new TicketEvent.Bounced(ticket.id(), Actor.SYSTEM, kept.article(), address, messageId));
        return kept;
    }

    /** What a server says of a mail that did arrive, or will: kept for the desk, and nobody is told. */
    @Transactional
    public Received attested(TicketId id, IncomingMail receipt) {
        return keep(workbench.take(id).id(), receipt);
    }

    private Received keep(TicketId ticket, IncomingMail report) {
        return new Received(ticket, articles.add(NewArticle.report(ticket, report), report, false));
    }
}
