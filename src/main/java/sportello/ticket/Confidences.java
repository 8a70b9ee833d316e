package sportello.ticket;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;

/** What came encrypted is not told in the clear unless somebody wants that; then the history says who. */
@Component
class Confidences {
    private final ProofSql proofs;
    private final Chronicle chronicle;

    Confidences(ProofSql proofs, Chronicle chronicle) {
        this.proofs = proofs;
        this.chronicle = chronicle;
    }

    /** @param no the number of the article that the mail answers or forwards, 0 for none */
    Optional<Refusal> against(Ticket ticket, int no, Mail mail) {
        return mail.inClear() || !proofs.cameEncrypted(ticket.id(), no)
                ? Optional.empty()
                : Optional.of(new Refusal("mail.in_clear"));
    }

    /** Notes that somebody said yes, if there was anything to say it to. */
    void sent(Ticket ticket, ArticleId article, int no, Mail mail, AgentViewer by) {
        if (mail.inClear() && proofs.cameEncrypted(ticket.id(), no))
            chronicle.note(new TicketEvent.SentInClear(ticket.id(), by.actor(), article, no));
    }
}
