package sportello.agent;

/** Identifies a permission group; each queue belongs to one. */
public record GroupId(long value) {}
