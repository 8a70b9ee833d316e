package sportello.mime;

import java.time.Duration;

/**
 * How much of a mail is looked at.
 *
 * @param size bytes of a whole mail; a larger one is not read
 * @param depth multiparts within each other; a deeper one is kept unopened as a file
 * @param parts parts of a mail; of one with more, the whole is kept as a file besides
 * @param headers fields in the head of a mail; one with more is not read
 * @param headerLength bytes of one field; the rest of a longer one is passed over
 * @param headLength bytes of all fields of a head together; the rest is passed over
 * @param textLength bytes of text that are kept in memory; of a longer text the whole becomes a file
 * @param time of a processor that one mail may take
 */
public record Limits(
        long size, int depth, int parts, int headers, int headerLength, int headLength, int textLength, Duration time) {

    /** 64 MB, 20 levels, 1,000 parts, 2,000 fields of 100 kB and 1 MB together, 2 MB of text, 10 seconds. */
    public static final Limits STANDARD =
            new Limits(64L << 20, 20, 1_000, 2_000, 100_000, 1 << 20, 2 << 20, Duration.ofSeconds(10));
}
