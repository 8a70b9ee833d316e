package sportello.queue;

/** Identifies a queue. */
public record QueueId(long value) {}
