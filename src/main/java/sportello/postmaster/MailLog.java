package sportello.postmaster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.ticket.ArticleId;
import sportello.ticket.TicketId;

/** What became of the mails that came in, and why; and the mails themselves as they came. */
@Component
public class MailLog {
    private final MailLogSql sql;
    private final Arrivals arrivals;

    MailLog(MailLogSql sql, Arrivals arrivals) {
        this.sql = sql;
        this.arrivals = arrivals;
    }

    /**
     * The mails sorted last, newest first.
     *
     * @param before the one after which to go on, null for the beginning
     */
    @Transactional(readOnly = true)
    public List<SortedMail> latest(@Nullable ArrivalId before, int count, AgentViewer viewer) {
        return sql.latest(before, count, viewer);
    }

    /** The mail that became an article, if the article exists for the viewer and came by mail. */
    @Transactional(readOnly = true)
    public Optional<Arrival> of(ArticleId article, AgentViewer viewer) {
        return sql.of(article, viewer).flatMap(arrivals::find);
    }

    /**
     * The mails that a customer's person wrote, by any of these addresses, oldest first.
     *
     * @param addresses in small letters
     */
    @Transactional(readOnly = true)
    public List<Arrival> by(CustomerUserId person, Set<String> addresses) {
        return sql.by(person, addresses).stream()
                .flatMap(id -> arrivals.find(id).stream())
                .toList();
    }

    /**
     * The log says of these mails only that they came, and their bytes are gone: those that the person wrote, and all of
     * the tickets in which the person comes up. Whoever asks has decided that it may be.
     *
     * @param addresses in small letters
     * @param sentence what stands in their place
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(
            CustomerUserId person,
            Set<String> addresses,
            Collection<TicketId> tickets,
            String standIn,
            String sentence) {
        var mails = sql.of(person, addresses, tickets);
        sql.forget(mails, standIn, sentence);
        sql.forgetAnswers(addresses);
        arrivals.forget(mails, addresses, sentence);
    }

    /** The same for all mails of these tickets. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Collection<TicketId> tickets, String nobody, String sentence) {
        var mails = sql.of(tickets);
        sql.forget(mails, nobody, sentence);
        arrivals.forget(mails, sentence);
    }
}
