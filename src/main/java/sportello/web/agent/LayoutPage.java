package sportello.web.agent;

/**
 * The choice of a list's columns.
 *
 * @param from the list to go back to
 */
public record LayoutPage(ListLayout layout, String from) {}
