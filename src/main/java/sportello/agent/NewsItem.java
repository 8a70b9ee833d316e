package sportello.agent;

import java.time.Instant;

/** Something that an administrator has to say to those at the desk. */
public record NewsItem(String title, String text, Instant since) {}
