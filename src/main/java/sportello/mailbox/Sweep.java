package sportello.mailbox;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.storage.Files;

/**
 * One way through an open mailbox: what was not taken yet is kept here, mail by mail; then what is kept is dealt with
 * there. Wherever it breaks off, the next one finds what is left to be done.
 */
@Component
class Sweep {
    private final PositionSql positions;
    private final Receiving receiving;
    private final Files files;
    private final Steps steps;
    private final Limits limits;

    Sweep(PositionSql positions, Receiving receiving, Files files, Steps steps, Limits limits) {
        this.positions = positions;
        this.receiving = receiving;
        this.files = files;
        this.steps = steps;
        this.limits = limits;
    }

    void through(OpenBox box, Mailbox mailbox, Lease lease, Patience patience) throws IOException {
        var position = patience.undisturbed(() -> position(box, lease));
        var leftovers = patience.undisturbed(() -> positions.leftovers(mailbox.id(), position.epoch()));
        var waiting = box.waiting(position.last(), leftovers);
        var backlog = waiting.size();
        for (var uid : waiting) {
            var place = new Place(mailbox.id(), position.validity(), position.epoch(), uid);
            take(box, mailbox, lease, place, --backlog, patience);
        }
        clear(box, mailbox, position, patience);
    }

    private Position position(OpenBox box, Lease lease) {
        var position = positions.position(lease);
        if (position.isOf(box)) return position;
        positions.begin(lease, box.validity());
        return positions.position(lease);
    }

    private void take(OpenBox box, Mailbox mailbox, Lease lease, Place place, int backlog, Patience patience)
            throws IOException {
        steps.at(Step.FETCH);
        var numbered = mailbox.access().protocol() == Protocol.IMAP;
        var leftover = !numbered || !(mailbox.afterwards() instanceof Afterwards.Leave);
        var last = numbered ? Long.parseLong(place.uid()) : 0;
        try (var spool = files.spool()) {
            switch (box.take(place.uid(), spool.sink(), limits.largest())) {
                case WHOLE ->
                    patience.undisturbed(() -> receiving.fetched(lease, place, spool, leftover, last, backlog));
                case TOO_LARGE -> takeHead(box, lease, place, !numbered, last, backlog, patience);
                case GONE -> {}
            }
        }
    }

    private void takeHead(
            OpenBox box, Lease lease, Place place, boolean leftover, long last, int backlog, Patience patience)
            throws IOException {
        try (var spool = files.spool()) {
            box.head(place.uid(), spool.sink());
            patience.undisturbed(() -> receiving.tooLarge(lease, place, spool, leftover, last, backlog));
        }
    }

    /** Only what is committed is asked for here, by a new question, so that nothing else can be dealt with. */
    private void clear(OpenBox box, Mailbox mailbox, Position position, Patience patience) throws IOException {
        Set<String> kept =
                new HashSet<>(patience.undisturbed(() -> positions.toBeCleared(mailbox.id(), position.epoch())));
        if (kept.isEmpty()) return;
        steps.at(Step.FLAG);
        var gone = box.clear(kept, mailbox.afterwards());
        if (!gone.isEmpty()) patience.undisturbed(() -> positions.forget(mailbox.id(), position.epoch(), gone));
    }
}
