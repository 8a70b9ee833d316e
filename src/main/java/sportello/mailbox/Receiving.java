package sportello.mailbox;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Steps;
import sportello.storage.Files;
import sportello.storage.Spool;
import sportello.storage.StoredFile;

/** Keeps a mail: its bytes, its arrival and how far its mailbox was read, all or nothing. */
@Component
class Receiving {
    private final ArrivalSql arrivals;
    private final QuarantineSql quarantine;
    private final PositionSql positions;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Steps steps;
    private final Clock clock;

    Receiving(
            ArrivalSql arrivals,
            QuarantineSql quarantine,
            PositionSql positions,
            Files files,
            ApplicationEventPublisher events,
            Steps steps,
            Clock clock) {
        this.arrivals = arrivals;
        this.quarantine = quarantine;
        this.positions = positions;
        this.files = files;
        this.events = events;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * What was fetched. The position comes last, so that its row is held for a moment only.
     *
     * @param leftover whether we must remember that it still lies on its server
     * @param last its name where that is a number, else 0
     */
    @Transactional
    void fetched(Lease lease, Place place, Spool mail, boolean leftover, long last, int backlog) {
        steps.at(Step.KEEP);
        keep(place, files.keep(mail), List.of());
        if (leftover) positions.addLeftover(place, false);
        positions.advance(lease, last, backlog);
        steps.at(Step.COMMIT);
    }

    /** A mail of which no more than the head was fetched: a person is to decide, and it stays where it is. */
    @Transactional
    void aside(
            Lease lease,
            Place place,
            Spool head,
            String reason,
            String detail,
            boolean leftover,
            long last,
            int backlog) {
        steps.at(Step.KEEP);
        var file = files.keep(head);
        arrivals.insert(place, file, List.of(), clock.instant()).ifPresent(id -> {
            quarantine.put(id, reason, detail, clock.instant());
            events.publishEvent(new MailQuarantined(id, place.mailbox(), reason));
        });
        if (leftover) positions.addLeftover(place, true);
        positions.advance(lease, last, backlog);
        steps.at(Step.COMMIT);
    }

    /**
     * What was brought to us: named by its own bytes, so that it may be brought twice and arrives once.
     *
     * @param recipients for whom: those of our addresses that were named beside it, as for a blind copy
     */
    @Transactional
    void brought(MailboxId mailbox, Spool mail, List<String> recipients) {
        steps.at(Step.KEEP);
        var file = files.keep(mail);
        keep(ofItsBytes(mailbox, file), file, recipients);
        steps.at(Step.COMMIT);
    }

    /** The same by a program beside the desk, in which nobody listens: the desk calls it out. */
    @Transactional
    void piped(MailboxId mailbox, Spool mail) {
        steps.at(Step.KEEP);
        var file = files.keep(mail);
        arrivals.insert(ofItsBytes(mailbox, file), file, List.of(), clock.instant())
                .ifPresent(arrivals::hush);
        steps.at(Step.COMMIT);
    }

    private static Place ofItsBytes(MailboxId mailbox, StoredFile file) {
        return new Place(mailbox, 0, 0, file.hash().hex());
    }

    /** Calls out what nobody has called out yet. */
    @Transactional
    void announce() {
        arrivals.announce().forEach(events::publishEvent);
    }

    private void keep(Place place, StoredFile file, List<String> recipients) {
        arrivals.insert(place, file, recipients, clock.instant())
                .ifPresent(id -> events.publishEvent(new MailArrived(id, place.mailbox())));
    }
}
