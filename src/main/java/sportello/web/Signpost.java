package sportello.web;

/**
 * A way that every page points out, beside its own: a bean of this type is enough.
 *
 * @param key of its name in the messages
 */
public record Signpost(String key, String address) {}
