package sportello.agent;

/**
 * A piece of news as administrators see it.
 *
 * @param version which correction of it this is
 */
public record KeptNews(long id, NewsDetails details, int version) {}
