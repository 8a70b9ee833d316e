package sportello.demo;

import java.time.Instant;

/**
 * A mail in the post office, as a list shows it.
 *
 * @param mailbox the address in whose mailbox it lies
 * @param number its number in that mailbox
 */
public record PostedMail(String mailbox, long number, String from, String to, String subject, Instant receivedAt) {}
