package sportello.ticket;

import sportello.storage.Hash;

/** A file of what an agent has begun to write; its name is data. */
public record DraftFile(long id, String name, String mediaType, long size, Hash hash) {}
