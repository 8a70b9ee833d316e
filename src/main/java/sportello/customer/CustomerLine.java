package sportello.customer;

/**
 * A customer in a list.
 *
 * @param people how many valid customer users belong to it
 */
public record CustomerLine(CustomerId id, String code, String name, String city, int people, boolean valid) {}
