package sportello.ticket;

import sportello.storage.Hash;

/** A file that came with an article; its name is data. */
public record AttachedFile(int position, String name, String mediaType, long size, Hash hash) {}
