package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.Recipient;

/** To which ticket a mail belongs that came in, and what its writer is to that ticket. */
@Component
public class MailThreads {
    private final ThreadSql threads;
    private final StandingSql standings;

    MailThreads(ThreadSql threads, StandingSql standings) {
        this.threads = threads;
        this.standings = standings;
    }

    /** The ticket of this number; one that went into another leads there, one that was removed is none. */
    @Transactional(readOnly = true)
    public Optional<MailThread> of(TicketNumber number) {
        return threads.of(number).flatMap(threads::end);
    }

    /** The ticket whose letters bear this id in their names. */
    @Transactional(readOnly = true)
    public Optional<MailThread> of(TicketId id) {
        return threads.end(id);
    }

    /** The ticket that has one of these mails among its articles, the last one named first. */
    @Transactional(readOnly = true)
    public Optional<MailThread> ofMails(List<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : threads.ofMails(messageIds.reversed()).flatMap(threads::end);
    }

    /** The last ticket whose field, named by its key, holds this line; one that is not over before any other. */
    @Transactional(readOnly = true)
    public Optional<MailThread> holding(String field, String line) {
        return threads.holding(field, line).flatMap(threads::end);
    }

    /** How the ticket stands at this moment of the transaction. */
    @Transactional(readOnly = true)
    public TicketStand stand(TicketId id) {
        return threads.stand(id);
    }

    /**
     * @param sender null if the mail has no address
     * @param references the mails to which it refers, oldest first
     */
    @Transactional(readOnly = true)
    public Standing standing(TicketId ticket, @Nullable Recipient sender, List<String> references) {
        if (sender == null) return new Standing.Stranger(false);
        var asker = standings.asker(ticket, sender.address());
        return asker.filter(StandingSql.Known::mayWrite)
                .map(known -> isBeside(known, references) ? new Standing.Correspondent(false) : known.standing())
                .or(() -> standings.correspondent(ticket, sender.address()))
                .orElseGet(() -> new Standing.Stranger(asker.isPresent()));
    }

    /** Whether the last of the mails to which it refers that is ours was no customer's to read, and stands quoted below. */
    @Transactional(readOnly = true)
    public boolean isOfInternal(List<String> references) {
        return !references.isEmpty() && standings.isInternal(references);
    }

    /** A colleague of who asked, to whom an internal mail went and who answers that. */
    private boolean isBeside(StandingSql.Known known, List<String> references) {
        return !known.asked() && isOfInternal(references);
    }
}
