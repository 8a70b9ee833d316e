package sportello.notification;

import java.util.List;
import sportello.ticket.HistoryId;

/** The ledger in short: "Carla Neri: responsible" was told, "Laura Bassi: owner, actor" was not. */
final class Told {
    private final Ledger ledger;

    Told(Ledger ledger) {
        this.ledger = ledger;
    }

    List<String> of(HistoryId line) {
        return ledger.of(line).stream()
                .filter(entry -> !(entry.fate() instanceof Fate.NotTold))
                .map(Told::part)
                .toList();
    }

    List<String> notOf(HistoryId line) {
        return ledger.of(line).stream()
                .filter(entry -> entry.fate() instanceof Fate.NotTold)
                .map(entry ->
                        part(entry) + ", " + ((Fate.NotTold) entry.fate()).why().key())
                .toList();
    }

    private static String part(LedgerLine entry) {
        return entry.name() + ": " + entry.audience().key();
    }
}
