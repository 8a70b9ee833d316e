package sportello.mailbox;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.storage.Files;

/** The mails that came in, for who sorts them and who looks after those that could not be. */
@Component
public class Arrivals {
    private final ArrivalSql sql;
    private final Files files;
    private final ApplicationEventPublisher events;

    Arrivals(ArrivalSql sql, Files files, ApplicationEventPublisher events) {
        this.sql = sql;
        this.files = files;
        this.events = events;
    }

    /**
     * Notes that the sorting of a mailbox's next mail begins, for itself, so that it counts whatever becomes of it; the mail
     * is the one that {@link #takeNext} takes. Empty if none waits that nobody has in hand.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Arrival> tryNext(MailboxId mailbox) {
        return sql.tryNext(mailbox);
    }

    /** The mailbox's oldest waiting mail that nobody else has in hand, for as long as the caller's transaction lasts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Arrival> takeNext(MailboxId mailbox) {
        return sql.takeNext(mailbox);
    }

    /** One mail, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<Arrival> find(ArrivalId id) {
        return sql.find(id);
    }

    /** Its bytes as they came, read piece by piece. */
    public InputStream open(Arrival arrival) {
        return files.open(arrival.hash());
    }

    /** The mail has become what it was to become. */
    @Transactional
    public void sorted(ArrivalId id) {
        sql.note(id, Arrival.State.SORTED, "", "");
    }

    /**
     * The mail cannot be sorted until a person has looked.
     *
     * @param reason a word that a page has a sentence for
     * @param detail what was found, for who looks after it
     */
    @Transactional
    public void quarantine(ArrivalId id, String reason, String detail) {
        sql.note(id, Arrival.State.QUARANTINED, reason, detail);
    }

    /** Sorts a quarantined mail once more; one of which only the head is kept stays where it is. */
    @Transactional
    public boolean again(ArrivalId id) {
        var mailbox = sql.again(id);
        mailbox.ifPresent(found -> events.publishEvent(new MailArrived(id, found)));
        return mailbox.isPresent();
    }

    /** Puts a quarantined mail aside for good; its bytes stay. */
    @Transactional
    public boolean discard(ArrivalId id, String why, String by) {
        return sql.discard(id, why + " (" + by + ")");
    }

    /** Quarantined mails, latest first. */
    @Transactional(readOnly = true)
    public List<Arrival> quarantined(int most) {
        return sql.quarantined(Long.MAX_VALUE, most);
    }

    /** Those that came before one of them. */
    @Transactional(readOnly = true)
    public List<Arrival> quarantinedBefore(ArrivalId id, int most) {
        return sql.quarantined(id.value(), most);
    }

    /** How many wait, for sorting and for people. */
    @Transactional(readOnly = true)
    public ArrivalCounts counts() {
        return sql.counts();
    }
}
