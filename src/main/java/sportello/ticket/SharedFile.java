package sportello.ticket;

import java.time.Instant;

/**
 * A file of a ticket, with the article that brought it.
 *
 * @param no the article's number
 * @param visible whether the customer sees it
 */
public record SharedFile(
        ArticleId article, int no, boolean visible, String senderName, Instant at, AttachedFile file) {}
