package sportello.configuration;

/**
 * What a document can tell of.
 *
 * @param name by which it is known; empty where there is only one
 */
public record Thing(Part part, String name) {}
