package sportello.mail;

import sportello.storage.Hash;

/** A file that goes along with a letter; its bytes are kept by the house. */
public record LetterFile(String name, String mediaType, long size, Hash hash) {}
