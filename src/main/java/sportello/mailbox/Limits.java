package sportello.mailbox;

import java.time.Duration;
import sportello.jobs.Backoff;

/**
 * How large, how long, how often.
 *
 * @param largest most bytes of a mail; of a larger one only the head is kept
 * @param head most bytes of a head
 * @param connecting until a server must have answered the call
 * @param reading until it must have said something more
 * @param command until it must have finished what it was asked; of a mail, each {@code piece} is one
 * @param piece how much of a mail is asked for at once
 * @param between pause between two looks, where the server does not call
 * @param looking pause between two looks at which mailboxes there are
 * @param lease how long a node that is not heard of keeps its mailboxes
 * @param retrying pauses after failures
 * @param alarm how long a mailbox may fail before somebody is told
 */
record Limits(
        long largest,
        int head,
        Duration connecting,
        Duration reading,
        Duration command,
        int piece,
        Duration between,
        Duration looking,
        Duration lease,
        Backoff retrying,
        Duration alarm) {

    static final Limits USUAL = new Limits(
            64L * 1024 * 1024,
            1024 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            256 * 1024,
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            // with a last wait for a server that was silent, a mailbox is back within a minute
            new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(30)),
            // with the look that notices it, somebody is told within a minute
            Duration.ofSeconds(45));
}
