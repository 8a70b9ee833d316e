package sportello.mail;

/** Identifies a letter. */
public record LetterId(long value) {}
