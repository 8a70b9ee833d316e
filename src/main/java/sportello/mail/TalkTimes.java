package sportello.mail;

import java.time.Duration;

/**
 * How long a talk about a letter may take.
 *
 * @param answer until the server has answered what it was told
 * @param verdict until it has answered the last dot: it may look for viruses first, and whoever hangs up meanwhile causes a
 *     second copy (RFC 5321, 4.5.3.2.6)
 * @param altogether for a letter without files, however it goes
 * @param bytesASecond how fast files leave at least
 */
record TalkTimes(Duration answer, Duration verdict, Duration altogether, int bytesASecond) {
    private static final Duration ALTOGETHER = Duration.ofMinutes(15);

    /** Two large letters share a line of 1 Mbit/s with the rest of the house, and still leave. */
    private static final int SLOWEST = 10_000;

    static final TalkTimes USUAL = new TalkTimes(Duration.ofSeconds(60), Duration.ofMinutes(10), ALTOGETHER, SLOWEST);

    /** For a small letter that somebody watches. */
    static TalkTimes within(Duration limit) {
        return new TalkTimes(limit, limit, limit, Integer.MAX_VALUE);
    }

    /** For all of this letter. */
    Duration of(Letter letter) {
        var files = letter.files().stream().mapToLong(LetterFile::size).sum();
        return altogether.plusSeconds(files / bytesASecond);
    }

    /** How long nobody else tries a letter without files, so that nobody begins while we still talk. */
    Duration claim() {
        return altogether.plusMinutes(1);
    }
}
