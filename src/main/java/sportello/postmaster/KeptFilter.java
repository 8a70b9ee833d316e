package sportello.postmaster;

/**
 * A filter as administrators see it.
 *
 * @param valid whether it is asked at all
 * @param version which correction of it this is
 */
public record KeptFilter(long id, MailFilter filter, boolean valid, int version) {}
