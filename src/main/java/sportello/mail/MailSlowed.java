package sportello.mail;

/**
 * More letters want to leave than a desk writes; they leave minute by minute. Published once, in a transaction of its own,
 * until a minute has passed in which none left.
 *
 * @param most how many leave in a minute
 */
public record MailSlowed(int most) {}
