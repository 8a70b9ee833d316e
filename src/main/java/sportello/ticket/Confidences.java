package sportello.ticket;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Encrypting;
import sportello.mail.Recipient;
import sportello.mailkey.Correspondents;

/**
 * What came encrypted leaves encrypted to those whose key is known. To others it is not told in the clear unless somebody
 * wants that; then the history says who.
 */
@Component
class Confidences {
    private final ProofSql proofs;
    private final Correspondents correspondents;
    private final Chronicle chronicle;

    Confidences(ProofSql proofs, Correspondents correspondents, Chronicle chronicle) {
        this.proofs = proofs;
        this.correspondents = correspondents;
        this.chronicle = chronicle;
    }

    /** @param no the number of the article that the mail answers or forwards, 0 for none */
    private boolean isOne(Ticket ticket, int no, Mail mail) {
        return told(ticket, no, mail).isPresent();
    }

    /** How much it matters that the mail leaves encrypted. */
    Encrypting encrypting(Ticket ticket, int no, Mail mail) {
        if (!isOne(ticket, no, mail)) return Encrypting.AS_USUAL;
        return mail.inClear() ? Encrypting.WHERE_POSSIBLE : Encrypting.ALWAYS;
    }

    /**
     * The number of the article that came encrypted and of which the mail tells: that which it is about, or one that it quotes,
     * as our own mails do that are passed on.
     */
    private Optional<Integer> told(Ticket ticket, int no, Mail mail) {
        if (no > 0 && proofs.cameEncrypted(ticket.id(), no)) return Optional.of(no);
        return quoted(ticket, mail.text().value());
    }

    private Optional<Integer> quoted(Ticket ticket, String text) {
        return proofs.opened(ticket.id()).stream()
                .filter(came -> Quoting.isOf(came.text(), text))
                .map(ProofSql.Opened::no)
                .findFirst();
    }

    /** Whether a text says again something that came encrypted. */
    boolean quotes(Ticket ticket, String text) {
        return quoted(ticket, text).isPresent();
    }

    /** @param no the number of the article that the mail answers or forwards, 0 for none */
    Optional<Refusal> against(Ticket ticket, int no, Mail mail) {
        return mail.inClear() || !isOne(ticket, no, mail) || isReadByAll(mail)
                ? Optional.empty()
                : Optional.of(new Refusal("mail.in_clear"));
    }

    /** Notes that somebody said yes, if there was anything to say it to. */
    void sent(Ticket ticket, ArticleId article, int no, Mail mail, AgentViewer by) {
        if (!mail.inClear() || isReadByAll(mail)) return;
        told(ticket, no, mail)
                .ifPresent(
                        about -> chronicle.note(new TicketEvent.SentInClear(ticket.id(), by.actor(), article, about)));
    }

    private boolean isReadByAll(Mail mail) {
        return correspondents.canBeWrittenTo(
                mail.addressees().all().stream().map(Recipient::address).toList());
    }
}
