package sportello.web.security;

/**
 * The page that leads somebody to a second factor whose form came while it was owed.
 *
 * @param target the door at which the form waits
 * @param withheld the form, encrypted
 */
public record OwedPage(String target, String withheld) {}
