package sportello.storage;

/** Stub. */
public record StoredFile(Hash hash, long size) {}
