package sportello.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.storage.Files;
import sportello.storage.Spool;

/** What has arrived: taken up by whoever sorts it, put aside if nobody can. */
@Component
public class Arrivals {
    private static final int PIECE = 256 * 1024;
    private static final int LONGEST_ADDRESS = 320;

    private final ArrivalSql sql;
    private final QuarantineSql quarantine;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Book book;
    private final Clock clock;

    Arrivals(
            ArrivalSql sql,
            QuarantineSql quarantine,
            Files files,
            ApplicationEventPublisher events,
            Book book,
            Clock clock) {
        this.sql = sql;
        this.quarantine = quarantine;
        this.files = files;
        this.events = events;
        this.book = book;
        this.clock = clock;
    }

    /** A mail's fate as the book tells of it, where a person decides it. */
    private record Fate(Arrival.State state, String reason) {}

    /** The oldest that wait and that nobody else holds; they are held until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Arrival> takeNext(MailboxId mailbox, int most) {
        return sql.takeNext(mailbox, most);
    }

    /** Those that still wait when nobody else holds them any more; they are held until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<ArrivalId> take(Collection<ArrivalId> ids) {
        return sql.take(ids);
    }

    @Transactional(readOnly = true)
    public Optional<Arrival> find(ArrivalId id) {
        return sql.find(id);
    }

    /** The raw bytes, piece by piece; of a mail that was too large, its head. */
    public InputStream open(Arrival arrival) {
        return files.open(arrival.hash());
    }

    /** Counts a beginning of each; to be committed before the work, so that a mail that fells the program is known by it. */
    @Transactional
    public void tried(Collection<ArrivalId> ids) {
        sql.tried(ids);
    }

    /** Takes a beginning of each back: what ended it was no fault of theirs. */
    @Transactional
    public void untried(Collection<ArrivalId> ids) {
        if (!ids.isEmpty()) sql.untried(ids);
    }

    /** They have become what they had to become. */
    @Transactional
    public void sorted(Collection<ArrivalId> ids) {
        sql.settle(ids, Arrival.State.SORTED, clock.instant());
    }

    /**
     * Puts it aside for a person to decide; the mailbox goes on.
     *
     * @param reason a short word that a program can tell from others
     * @param detail what happened, for a person to read
     */
    @Transactional
    public void quarantine(ArrivalId id, String reason, String detail) {
        quarantine
                .put(id, reason, detail, clock.instant())
                .ifPresent(mailbox -> events.publishEvent(new MailQuarantined(id, mailbox, reason)));
    }

    /** Lets one out of quarantine to be sorted once more; one that is not there stays as it is. */
    @Transactional
    public boolean again(ArrivalId id) {
        var before = fate(id);
        var mailbox = quarantine.again(id);
        if (mailbox.isPresent()) write(id, before);
        mailbox.ifPresent(known -> events.publishEvent(new MailArrived(id, known)));
        return mailbox.isPresent();
    }

    /**
     * Gives up one that is in quarantine; its bytes stay.
     *
     * @param by who decided so, as text
     */
    @Transactional
    public boolean discard(ArrivalId id, String why, String by) {
        var before = fate(id);
        var discarded = quarantine.discard(id, why, by, clock.instant());
        if (discarded) write(id, before);
        return discarded;
    }

    /** Here is the whole of one of which there was only the head; false if there is nothing to complete any more. */
    @Transactional
    boolean completed(ArrivalId id, Spool whole) {
        var before = fate(id);
        var mailbox = quarantine.complete(id, files.keep(whole));
        if (mailbox.isPresent()) write(id, before);
        mailbox.ifPresent(known -> events.publishEvent(new MailArrived(id, known)));
        return mailbox.isPresent();
    }

    private void write(ArrivalId id, @Nullable Fate before) {
        book.write(Topic.QUARANTINE, id.value(), "" + id.value(), before, fate(id));
    }

    private @Nullable Fate fate(ArrivalId id) {
        return sql.find(id)
                .map(arrival -> new Fate(arrival.state(), arrival.reason()))
                .orElse(null);
    }

    /** Those in quarantine, newest first. */
    @Transactional(readOnly = true)
    public List<Arrival> quarantined(@Nullable ArrivalId before, int count) {
        return quarantine.all(before, count);
    }

    @Transactional(readOnly = true)
    public long waiting() {
        return sql.count(Arrival.State.WAITING);
    }

    @Transactional(readOnly = true)
    public long quarantined() {
        return sql.count(Arrival.State.QUARANTINED);
    }

    /** The mailboxes of which mails wait to be sorted. */
    @Transactional(readOnly = true)
    public List<MailboxId> withWaiting() {
        return sql.withWaiting();
    }

    /** Whether mails of the mailbox wait to be sorted. */
    @Transactional(readOnly = true)
    public boolean isWaiting(MailboxId mailbox) {
        return sql.isWaiting(mailbox);
    }

    /**
     * That these mails came stays, so that they do not come again; their bytes go, and so do those of mails in quarantine
     * or given up that name one of the addresses. Whoever asks has decided that it may be.
     *
     * @param addresses in small letters
     * @param sentence what stands in the place of the bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<ArrivalId> mails, Set<String> addresses, String sentence) {
        forget(mails, sentence);
        quarantine.unsorted().stream()
                .filter(arrival -> names(arrival, addresses))
                .forEach(arrival -> forget(arrival, sentence));
    }

    /** The same for these mails alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<ArrivalId> mails, String sentence) {
        mails.forEach(id -> sql.find(id).ifPresent(arrival -> forget(arrival, sentence)));
    }

    /** No two are the same bytes, since a mailbox knows each mail by them. */
    private void forget(Arrival arrival, String sentence) {
        var left = "X-Sportello-Erased: " + arrival.id().value() + "\r\n\r\n" + sentence + "\r\n";
        sql.replace(arrival.id(), files.keep(new ByteArrayInputStream(left.getBytes(UTF_8))));
        files.forget(arrival.hash());
    }

    /** Piece by piece, each with the end of the one before: an address may lie across them. */
    private boolean names(Arrival arrival, Set<String> addresses) {
        try (var bytes = open(arrival)) {
            var end = "";
            for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                var text = end + new String(piece, ISO_8859_1).toLowerCase(Locale.ROOT);
                if (addresses.stream().anyMatch(text::contains)) return true;
                end = text.substring(Math.max(0, text.length() - LONGEST_ADDRESS));
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
