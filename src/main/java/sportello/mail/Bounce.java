package sportello.mail;

import java.time.Instant;

/**
 * A letter to an address came back.
 *
 * @param words what that server said of the last one
 */
public record Bounce(String words, Instant at) {}
