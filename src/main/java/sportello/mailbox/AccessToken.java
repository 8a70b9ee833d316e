package sportello.mailbox;

import java.time.Duration;
import java.time.Instant;

/** With what we log in for an hour or so. */
record AccessToken(String value, Instant until) {
    /** A token that ends sooner may end on the way. */
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    boolean isGoodAt(Instant time) {
        return time.isBefore(until.minus(IN_TIME));
    }

    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}
