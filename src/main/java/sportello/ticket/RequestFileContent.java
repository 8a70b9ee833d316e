package sportello.ticket;

import sportello.storage.Hash;

/** An attachment's bytes and what their sender called them. */
public record RequestFileContent(String name, String mediaType, long size, Hash hash) {}
