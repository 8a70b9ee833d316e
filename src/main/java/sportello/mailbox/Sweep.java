package sportello.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.base.Steps;
import sportello.storage.Files;
import sportello.storage.Spool;

/**
 * One way through an open mailbox: what was not taken yet is kept here, mail by mail; then what is kept is dealt with
 * there. Wherever it breaks off, the next one finds what is left to be done.
 */
@Component
class Sweep {
    private final PositionSql positions;
    private final Receiving receiving;
    private final Stumbling stumbling;
    private final Files files;
    private final Steps steps;
    private final Limits limits;

    Sweep(PositionSql positions, Receiving receiving, Stumbling stumbling, Files files, Steps steps, Limits limits) {
        this.positions = positions;
        this.receiving = receiving;
        this.stumbling = stumbling;
        this.files = files;
        this.steps = steps;
        this.limits = limits;
    }

    void through(OpenBox box, Mailbox mailbox, Lease lease, Patience patience) throws IOException {
        var position = patience.undisturbed(() -> position(box, lease));
        var leftovers = patience.undisturbed(() -> positions.leftovers(mailbox.id(), position.epoch()));
        var stumbles = patience.undisturbed(() -> stumbling.of(mailbox.id(), position.epoch()));
        var waiting = box.waiting(position.last(), leftovers);
        var backlog = waiting.size();
        for (var uid : waiting) {
            var place = new Place(mailbox.id(), position.validity(), position.epoch(), uid);
            var stumble = stumbles.getOrDefault(uid, Stumble.NONE);
            take(new Turn(box, mailbox, lease, place, --backlog, patience), stumble);
        }
        clear(box, mailbox, position, patience);
    }

    /**
     * One mail's turn.
     *
     * @param backlog how many wait behind it
     */
    private record Turn(OpenBox box, Mailbox mailbox, Lease lease, Place place, int backlog, Patience patience) {

        /** Whether the server names mails by numbers that grow, so that the last one tells which are new. */
        boolean isNumbered() {
            return mailbox.access().protocol() == Protocol.IMAP;
        }

        long last() {
            return isNumbered() ? Long.parseLong(place.uid()) : 0;
        }

        /** Whether it must be remembered that it still lies on its server. */
        boolean isLeftover() {
            return !isNumbered() || !(mailbox.afterwards() instanceof Afterwards.Leave);
        }
    }

    private Position position(OpenBox box, Lease lease) {
        var position = positions.position(lease);
        if (position.isOf(box)) return position;
        positions.begin(lease, box.validity());
        return positions.position(lease);
    }

    /** A mail that went wrong is asked for again by the next sweep, and after some of them no longer. */
    private void take(Turn turn, Stumble stumble) throws IOException {
        try {
            if (stumble.isHopeless()) giveUp(turn, stumble);
            else take(turn);
        } catch (IOException | RuntimeException fault) {
            stumbling.over(turn.lease(), turn.place(), fault, turn.patience());
            throw fault;
        }
        if (stumble.tries() > 0) turn.patience().undisturbed(() -> stumbling.overcome(turn.place()));
    }

    private void take(Turn turn) throws IOException {
        steps.at(Step.FETCH);
        try (var spool = files.spool()) {
            switch (turn.box().take(turn.place().uid(), new HouseDisk(spool.sink()), limits.largest())) {
                case WHOLE ->
                    turn.patience()
                            .undisturbed(() -> receiving.fetched(
                                    turn.lease(), turn.place(), spool, turn.isLeftover(), turn.last(), turn.backlog()));
                case TOO_LARGE -> takeHead(turn, Arrival.TOO_LARGE, "");
                case GONE -> {}
            }
        }
    }

    private void takeHead(Turn turn, String reason, String detail) throws IOException {
        steps.at(Step.FETCH);
        try (var spool = files.spool()) {
            turn.box().head(turn.place().uid(), new HouseDisk(spool.sink()));
            putAside(turn, spool, reason, detail);
        }
    }

    /** Its head is kept if that can be had, or else a note by which a person finds it on its server. */
    private void giveUp(Turn turn, Stumble stumble) throws IOException {
        if (!stumble.isHeadless()) {
            takeHead(turn, Arrival.UNFETCHABLE, stumble.words());
            return;
        }
        try (var spool = files.spool()) {
            new HouseDisk(spool.sink()).write(note(turn.place()));
            putAside(turn, spool, Arrival.UNFETCHABLE, stumble.words());
        }
    }

    /** What is kept of a mail of which nothing can be had. */
    static byte[] note(Place place) {
        return "UID %s, UIDVALIDITY %d\r\n"
                .formatted(place.uid(), place.validity())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void putAside(Turn turn, Spool spool, String reason, String detail) {
        turn.patience()
                .undisturbed(() -> receiving.aside(
                        turn.lease(),
                        turn.place(),
                        spool,
                        reason,
                        detail,
                        !turn.isNumbered(),
                        turn.last(),
                        turn.backlog()));
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
