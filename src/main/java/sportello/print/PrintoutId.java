package sportello.print;

/** Identifies a document that a job draws. */
public record PrintoutId(long value) {}
