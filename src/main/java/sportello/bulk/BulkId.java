package sportello.bulk;

/** The key of a row in bulk. */
public record BulkId(long value) {}
