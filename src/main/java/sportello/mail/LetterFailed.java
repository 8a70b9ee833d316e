package sportello.mail;

/**
 * A letter will not arrive: its server refused it for good, or there was no getting through for days. Published in the
 * transaction that notes it.
 *
 * @param answer what the server said, or why it could not be asked
 */
public record LetterFailed(LetterId letter, String address, String answer) {}
