package sportello.ticket;

/**
 * A short list that somebody wants to see.
 *
 * @param whose narrows it to one of the four tabs
 * @param most how many rows it may have
 */
public record DeskAsk(DeskList list, Whose whose, int most) {}
