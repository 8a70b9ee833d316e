package sportello.web.agent;

/**
 * One tab over a list.
 *
 * @param key its label in the messages
 * @param count how many tickets stand behind it, below zero where nobody counts
 */
public record Tab(String key, String address, int count, boolean active) {}
