package sportello.mailkey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sportello.mime.Encryption;

/**
 * A key of the house that ends soon, or has ended, with no other of its kind to follow it.
 *
 * @param addresses for which none follows; empty for a key that names no address
 */
public record EndingMailKey(long id, Encryption.Kind kind, List<String> addresses, String fingerprint, Instant until) {

    /** In how many days one that ends is spoken of. */
    static final int MONTH = 30;

    private static final int WEEK = 7;

    public boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** How many whole days are left; none when it is over. */
    public int days(Instant now) {
        return isOver(now) ? 0 : (int) Duration.between(now, until).toDays();
    }

    /** Whether only days are left. */
    public boolean isUrgent(Instant now) {
        return step(now) < MONTH;
    }

    /** Which of the days it has reached on which its keepers are told. */
    int step(Instant now) {
        if (isOver(now)) return 0;
        return until.isAfter(now.plus(Duration.ofDays(WEEK))) ? MONTH : WEEK;
    }

    /** As people know it. */
    public String name() {
        return addresses.isEmpty() ? fingerprint : String.join(", ", addresses);
    }
}
