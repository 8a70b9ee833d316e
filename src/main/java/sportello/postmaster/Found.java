package sportello.postmaster;

/**
 * What a step found about a mail.
 *
 * @param key of its sentence in the message bundles, behind {@code sorting.}
 * @param what fills the sentence; empty where it has no place
 */
public record Found(String key, String what) {}
