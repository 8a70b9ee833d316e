package sportello.web.agent;

/** The search found nothing for what was typed. */
public record MissingPage(String typed) {}
