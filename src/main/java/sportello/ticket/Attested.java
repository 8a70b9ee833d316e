package sportello.ticket;

/**
 * A receipt of certified mail on an article that was mailed.
 *
 * @param no of the article that it became
 */
public record Attested(int no, Certified receipt) {}
