package sportello.mailkey;

/** What of a key anybody may have, as a file for those who want to write to us. */
public record PublicKey(String name, String mediaType, byte[] bytes) {}
