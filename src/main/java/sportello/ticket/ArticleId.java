package sportello.ticket;

/** Identifies an article. */
public record ArticleId(long value) {}
