package sportello.storage;

/** Stub. */
public record Hash(byte[] bytes) {}
