package sportello.storage;

/** Bytes that are kept: their hash, and how many they are. */
public record StoredFile(Hash hash, long size) {}
