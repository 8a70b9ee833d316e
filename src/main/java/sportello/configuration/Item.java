package sportello.configuration;

/**
 * A thing that a document speaks of.
 *
 * @param name by which it is known; empty where there is only one
 */
public record Item(Part part, String name, Difference difference) {}
