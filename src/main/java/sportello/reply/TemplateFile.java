package sportello.reply;

import sportello.storage.Hash;

/** A file that a template brings along. */
public record TemplateFile(long id, String name, String mediaType, long size, Hash hash) {}
